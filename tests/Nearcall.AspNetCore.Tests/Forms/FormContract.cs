namespace Nearcall.AspNetCore.Tests.Forms;

/// <summary>The forms of the method <c>m</c>, each of which answers with its own name.</summary>
internal interface IForms
{
    public static abstract IReadOnlyList<(string Answer, XmlRpcParameter[] Parameters)> All { get; }
}

/// <summary>A contract with one method of several forms.</summary>
internal sealed class FormContract<TForms> : IXmlRpcServiceContract<FormContract<TForms>>
    where TForms : IForms
{
    static XmlRpcService<FormContract<TForms>> IXmlRpcServiceContract<FormContract<TForms>>.Describe() => new([.. TForms.All.Select(Create)]);

    private static XmlRpcMethod<FormContract<TForms>> Create((string Answer, XmlRpcParameter[] Parameters) form) =>
        XmlRpcServiceMethod.Create<FormContract<TForms>, string>(
            "m",
            form.Parameters,
            (_, ref arguments, context) =>
            {
                while (arguments.ReadNextParameter())
                {
                    arguments.Skip();
                }

                context.EndArguments(ref arguments);
                return new(form.Answer);
            },
            XmlRpcConverter.For<string>());
}

/// <summary>Parameters in short.</summary>
internal static class Take
{
    public static XmlRpcParameter Int { get; } = new("number", typeof(int), XmlRpcKind.Int);

    public static XmlRpcParameter NullableInt { get; } = new("number", typeof(int?), XmlRpcKind.Int);

    public static XmlRpcParameter OptionalInt { get; } = new("more", typeof(int), XmlRpcKind.Int) { IsOptional = true };

    public static XmlRpcParameter Ints { get; } = new("numbers", typeof(int[]), XmlRpcKind.Int) { IsVariadic = true };

    public static XmlRpcParameter Long { get; } = new("number", typeof(long), XmlRpcKind.I8);

    public static XmlRpcParameter Double { get; } = new("number", typeof(double), XmlRpcKind.Double);

    public static XmlRpcParameter Text { get; } = new("text", typeof(string), XmlRpcKind.String);

    public static XmlRpcParameter NullableText { get; } = new("text", typeof(string), XmlRpcKind.String) { IsNullable = true };

    public static XmlRpcParameter Struct { get; } = new("members", typeof(XmlRpcStruct), XmlRpcKind.Struct);

    public static XmlRpcParameter Array { get; } = new("items", typeof(XmlRpcArray), XmlRpcKind.Array);

    public static XmlRpcParameter Any { get; } = new("value", typeof(XmlRpcValue));

    public static XmlRpcParameter Cancellation { get; } = new("cancellationToken", typeof(CancellationToken)) { IsOnWire = false };
}
