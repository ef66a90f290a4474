namespace Nearcall.Client.Tests.Infrastructure;

internal static class Batches
{
    /// <summary>Adds one call whose name does not matter.</summary>
    public static XmlRpcMulticallEntry<XmlRpcValue> AddAnd(this XmlRpcMulticall batch, out XmlRpcMulticall same)
    {
        same = batch;
        return batch.Add("m");
    }
}
