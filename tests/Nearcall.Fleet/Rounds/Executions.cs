using System.Globalization;

namespace Nearcall.Fleet.Rounds;

/// <summary>How often each call was executed, as the servers wrote it down.</summary>
internal sealed class Executions
{
    private readonly Dictionary<string, long> _read = [];
    private readonly Dictionary<int, int> _counts = [];

    public int Of(int id) => _counts.GetValueOrDefault(id);

    /// <summary>How many calls were executed more than once.</summary>
    public int Twice => _counts.Values.Count(count => count > 1);

    /// <summary>Reads what has been added since the last time.</summary>
    public void Read(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Seek(_read.GetValueOrDefault(path), SeekOrigin.Begin);
            using var reader = new StreamReader(file);
            var text = reader.ReadToEnd();
            var end = text.LastIndexOf('\n') + 1;
            _read[path] = _read.GetValueOrDefault(path) + end;
            foreach (var line in text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                var id = int.Parse(line, CultureInfo.InvariantCulture);
                _counts[id] = Of(id) + 1;
            }
        }
    }
}
