using OpenTelemetry;

namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>Takes what is recorded and sends it nowhere.</summary>
internal sealed class DroppingExporter<T> : BaseExporter<T>
    where T : class
{
    public override ExportResult Export(in Batch<T> batch) => ExportResult.Success;
}
