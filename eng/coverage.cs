#:property PublishAot=false

// Merges Cobertura reports: a line of src/ is covered if any run covered it.
//
//   dotnet run eng/coverage.cs -- REPORT.xml...
//
// Prints the files with uncovered lines, least covered first, and then the share of all lines.
using System.Globalization;
using System.Xml.Linq;

var source = Path.DirectorySeparatorChar + "src" + Path.DirectorySeparatorChar;
var files = new SortedDictionary<string, Dictionary<int, bool>>(StringComparer.Ordinal);

foreach (var report in args)
{
    var document = XDocument.Load(report);
    var roots = document.Descendants("source").Select(root => root.Value).DefaultIfEmpty("").ToArray();
    foreach (var type in document.Descendants("class"))
    {
        var name = Locate((string)type.Attribute("filename")!, roots);
        if (name is null)
        {
            continue;
        }

        if (!files.TryGetValue(name, out var lines))
        {
            files.Add(name, lines = []);
        }

        foreach (var line in type.Elements("lines").Elements("line"))
        {
            var number = (int)line.Attribute("number")!;
            lines[number] = lines.GetValueOrDefault(number) || (long)line.Attribute("hits")! > 0;
        }
    }
}

if (files.Count == 0)
{
    Console.Error.WriteLine("No report names a file of src/.");
    return 1;
}

foreach (var (name, lines) in files.Where(file => file.Value.ContainsValue(false)).OrderBy(file => Share(file.Value.Values)))
{
    var missed = lines.Where(line => !line.Value).Select(line => line.Key).Order();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Share(lines.Values),6:0.0} %  {name}: {string.Join(' ', missed)}"));
}

var all = files.Values.SelectMany(lines => lines.Values).ToArray();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line coverage of src: {Share(all):0.0} %"));
return 0;

// A report's file names are relative to one of its roots. The path from src/ on names the file in every report.
string? Locate(string filename, string[] roots)
{
    var path = roots.Select(root => Path.Combine(root, filename)).FirstOrDefault(File.Exists) ?? filename;
    var at = path.LastIndexOf(source, StringComparison.Ordinal);
    return at < 0 ? null : path[(at + 1)..].Replace(Path.DirectorySeparatorChar, '/');
}

// Rounded down, so that 100.0 means every line.
static double Share(IReadOnlyCollection<bool> lines) => Math.Floor(1000.0 * lines.Count(covered => covered) / lines.Count) / 10;
