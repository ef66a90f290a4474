using System.Text;

namespace Nearcall.Tests.Wire;

/// <summary>A call as the product's strict reader reads it.</summary>
internal static class DifferentialCall
{
    /// <summary>Reads a call.</summary>
    /// <param name="document">The call.</param>
    /// <param name="refusal">Why it was refused; null if it was read.</param>
    /// <returns>The name of its method and its parameters; null if it was refused.</returns>
    public static XmlRpcArray? Read(byte[] document, out string? refusal)
    {
        refusal = null;
        try
        {
            var reader = new XmlRpcReader(document);
            reader.ReadStartMethodCall();
            var parts = new List<XmlRpcValue> { Encoding.UTF8.GetString(reader.MethodName) };
            while (reader.ReadNextParameter())
            {
                parts.Add(reader.ReadValue());
            }

            return XmlRpcArray.Create(parts);
        }
        catch (XmlRpcFormatException exception)
        {
            refusal = exception.Message;
            return null;
        }
    }
}
