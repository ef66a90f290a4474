namespace Nearcall.Client.Tests.Streaming;

/// <summary>Descriptions of procedures as generated code makes them.</summary>
internal static class Procedures
{
    /// <summary>An array of numbers. Fault 17 stands for an exception.</summary>
    public static XmlRpcClientMethod<int, int> List { get; } =
        new("list", WriteCount, XmlRpcConverter.For<int>())
        {
            ExceptionOf = static fault => fault.Code == 17 ? new InsufficientExecutionStackException(fault.Text) : null,
        };

    /// <summary>Octets by name.</summary>
    public static XmlRpcClientMethod<string, object?> Download { get; } = new("download", WriteName, XmlRpcConverter.Ignored);

    /// <summary>Octets under a name; the answer is a number.</summary>
    public static XmlRpcClientMethod<(string Name, Stream Octets), int> Upload { get; } =
        new("upload", WriteUpload, XmlRpcConverter.For<int>()) { StreamOf = static arguments => arguments.Octets };

    /// <summary>The same, of a contract that says that it may run twice.</summary>
    public static XmlRpcClientMethod<(string Name, Stream Octets), int> UploadAgain { get; } =
        new("upload", WriteUpload, XmlRpcConverter.For<int>()) { StreamOf = static arguments => arguments.Octets, IsIdempotent = true };

    private static void WriteCount(ref XmlRpcWriter writer, in int arguments)
    {
        writer.WriteStartParameter();
        writer.WriteInt32(arguments);
        writer.WriteEndParameter();
    }

    private static void WriteName(ref XmlRpcWriter writer, in string arguments)
    {
        writer.WriteStartParameter();
        writer.WriteString(arguments);
        writer.WriteEndParameter();
    }

    private static void WriteUpload(ref XmlRpcWriter writer, in (string Name, Stream Octets) arguments) =>
        WriteName(ref writer, arguments.Name);
}
