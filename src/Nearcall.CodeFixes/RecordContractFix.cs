using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Nearcall.CodeFixes;

/// <summary>NEAR0013: records a contract as it is now.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RecordContractFix))]
[Shared]
public sealed class RecordContractFix : CodeFixProvider
{
    private const string Title = "Record the contract as it is";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ContractRecordText.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new AllProvider();

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (ContractRecordText.Find(context.Document.Project) is not null)
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title, token => ContractRecordText.ApplyAsync(context.Document.Project, context.Diagnostics, token), equivalenceKey: Title),
                context.Diagnostics);
        }

        return Task.CompletedTask;
    }

    // The one of the framework merges changes of source files only.
    private sealed class AllProvider : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
            Task.FromResult<CodeAction?>(CodeAction.Create(Title, token => FixAsync(fixAllContext, token), equivalenceKey: Title));

        private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
        {
            var solution = context.Solution;
            var projects = context.Scope == FixAllScope.Solution ? solution.Projects.ToList() : [context.Project];
            foreach (var project in projects)
            {
                var diagnostics = context is { Scope: FixAllScope.Document, Document: { } document }
                    ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                    : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
                solution = await ContractRecordText.ApplyAsync(solution.GetProject(project.Id)!, diagnostics, cancellationToken).ConfigureAwait(false);
            }

            return solution;
        }
    }
}
