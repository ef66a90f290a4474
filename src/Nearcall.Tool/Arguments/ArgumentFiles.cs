namespace Nearcall.Tool.Arguments;

/// <summary>Reads the files that a command line names; <c>-</c> is the standard input.</summary>
internal sealed class ArgumentFiles(Stream input)
{
    public byte[] Read(string path)
    {
        try
        {
            if (path != "-")
            {
                return File.ReadAllBytes(path);
            }

            using var octets = new MemoryStream();
            input.CopyTo(octets);
            return octets.ToArray();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(path.Length == 0 ? "A file has no name." : $"'{path}' cannot be read: {e.Message}");
        }
    }
}
