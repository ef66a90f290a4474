#:property PublishAot=false

// Completes a folder with a published program: what is in it (SPDX), the notices of what others wrote, the license. Then packs the folder.
//
//   dotnet run eng/pack.cs -- FOLDER ASSETS VERSION RUNTIME [DPKG-FOLDER]
//
// ASSETS is the project.assets.json of the publication's restore. DPKG-FOLDER holds files of Debian packages that lie in FOLDER too, each
// as NAME_VERSION_copyright. The same input gives the same octets: SOURCE_DATE_EPOCH is the time of everything.
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

var (folder, assets, version, runtime) = (args[0], args[1], args[2], args[3]);
var name = Path.GetFileName(folder);
var epoch = long.Parse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") ?? "0", CultureInfo.InvariantCulture);
var time = DateTimeOffset.FromUnixTimeSeconds(epoch);
var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(AppContext.GetData("EntryPointFilePath") as string)!, ".."));

var components = Components.Read(assets, runtime);
if (args.Length > 4)
{
    components.AddRange(Components.ReadDebian(args[4]));
}

File.Copy(Path.Combine(root, "LICENSE"), Path.Combine(folder, "LICENSE"), overwrite: true);
File.WriteAllText(Path.Combine(folder, "THIRD-PARTY-NOTICES.txt"), Notices(components));
File.WriteAllBytes(Path.Combine(folder, "sbom.spdx.json"), Bill());
if (args.Length > 4)
{
    return 0;
}

if (runtime.StartsWith("win-", StringComparison.Ordinal))
{
    WriteZip(folder + ".zip");
}
else
{
    WriteTar(folder + ".tar.gz");
}

return 0;

static string Notices(List<Component> components)
{
    var text = new StringBuilder("This program holds the work of others, under the licenses below.\n");
    foreach (var component in components)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{new string('=', 100)}\n{component.Name} {component.Version}\n");
        text.Append(CultureInfo.InvariantCulture, $"{component.Copyright}\nLicense: {component.License}\n");
    }

    // Packages of one source say the same: each text stands once, behind the names of those that it belongs to.
    foreach (var group in components.SelectMany(component => component.Texts.Select(file => (component, file)))
        .GroupBy(pair => File.ReadAllText(pair.file).ReplaceLineEndings("\n")))
    {
        var names = string.Join(", ", group.Select(pair => pair.component.Name).Distinct());
        text.Append(CultureInfo.InvariantCulture, $"\n{new string('=', 100)}\nOf {names}:\n\n{group.Key.Trim()}\n");
    }

    return text.ToString();
}

byte[] Bill()
{
    using var stream = new MemoryStream();
    using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
    {
        json.WriteStartObject();
        json.WriteString("spdxVersion", "SPDX-2.3");
        json.WriteString("dataLicense", "CC0-1.0");
        json.WriteString("SPDXID", "SPDXRef-DOCUMENT");
        json.WriteString("name", name);
        var program = Directory.GetFiles(folder).Single(IsProgram);
        var digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(program)));
        json.WriteString("documentNamespace", $"https://nearcall.invalid/spdx/{name}/{digest}");
        json.WriteStartObject("creationInfo");
        json.WriteString("created", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteStartArray("creators");
        json.WriteStringValue("Tool: nearcall-eng-pack");
        json.WriteEndArray();
        json.WriteEndObject();

        json.WriteStartArray("packages");
        var own = new Component(Path.GetFileName(program), version, "MIT", "Copyright (c) 2026 The Nearcall authors", null, null, []);
        WritePackage(json, "SPDXRef-Program", own, "SHA256", digest);
        foreach (var component in components)
        {
            WritePackage(json, component.Id, component, "SHA512", component.Sha512);
        }

        json.WriteEndArray();
        json.WriteStartArray("relationships");
        WriteRelationship(json, "SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-Program");
        foreach (var component in components)
        {
            WriteRelationship(json, "SPDXRef-Program", component.Sha512 is null ? "DEPENDS_ON" : "CONTAINS", component.Id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    return [.. stream.ToArray(), (byte)'\n'];
}

static void WritePackage(Utf8JsonWriter json, string id, Component component, string algorithm, string? digest)
{
    json.WriteStartObject();
    json.WriteString("SPDXID", id);
    json.WriteString("name", component.Name);
    json.WriteString("versionInfo", component.Version);
    json.WriteString("downloadLocation", "NOASSERTION");
    json.WriteBoolean("filesAnalyzed", false);
    json.WriteString("licenseConcluded", "NOASSERTION");
    json.WriteString("licenseDeclared", component.License);
    json.WriteString("copyrightText", component.Copyright.Length == 0 ? "NOASSERTION" : component.Copyright);
    if (digest is not null)
    {
        json.WriteStartArray("checksums");
        json.WriteStartObject();
        json.WriteString("algorithm", algorithm);
        json.WriteString("checksumValue", digest);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    if (component.Url is not null)
    {
        json.WriteStartArray("externalRefs");
        json.WriteStartObject();
        json.WriteString("referenceCategory", "PACKAGE-MANAGER");
        json.WriteString("referenceType", "purl");
        json.WriteString("referenceLocator", component.Url);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    json.WriteEndObject();
}

static void WriteRelationship(Utf8JsonWriter json, string from, string type, string to)
{
    json.WriteStartObject();
    json.WriteString("spdxElementId", from);
    json.WriteString("relationshipType", type);
    json.WriteString("relatedSpdxElement", to);
    json.WriteEndObject();
}

static bool IsProgram(string file) => Path.GetExtension(file) is "" or ".exe" && Path.GetFileName(file) != "LICENSE";

IEnumerable<string> Files() => Directory.GetFiles(folder).Order(StringComparer.Ordinal);

void WriteZip(string path)
{
    using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
    foreach (var file in Files())
    {
        // A zip file knows no time before 1980.
        var level = IsProgram(file) ? CompressionLevel.NoCompression : CompressionLevel.Optimal;
        var entry = zip.CreateEntry($"{name}/{Path.GetFileName(file)}", level);
        entry.LastWriteTime = epoch < 315532800 ? DateTimeOffset.FromUnixTimeSeconds(315532800) : time;
        using var content = entry.Open();
        content.Write(File.ReadAllBytes(file));
    }
}

void WriteTar(string path)
{
    using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
    using var tar = new TarWriter(gzip, TarEntryFormat.Ustar);
    foreach (var file in Files())
    {
        using var content = File.OpenRead(file);
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"{name}/{Path.GetFileName(file)}")
        {
            DataStream = content,
            ModificationTime = time,
            Mode = (UnixFileMode)Convert.ToInt32(IsProgram(file) ? "755" : "644", 8),
        });
    }
}

/// <summary>One part of a program that somebody else wrote.</summary>
internal sealed record Component(string Name, string Version, string License, string Copyright, string? Url, string? Sha512, string[] Texts)
{
    public string Id => "SPDXRef-" + string.Concat($"{Name}-{Version}".Select(c => char.IsAsciiLetterOrDigit(c) || c == '.' ? c : '-'));
}

internal static class Components
{
    private static readonly string[] TextNames = ["license", "license.txt", "license.md", "third-party-notices.txt"];

    /// <summary>The packages whose code runs, and the runtime itself. What only the build needs is left out.</summary>
    public static List<Component> Read(string assets, string runtime)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var packages = document.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        var target = document.RootElement.GetProperty("targets").EnumerateObject()
            .Single(target => target.Name.EndsWith($"/{runtime}", StringComparison.Ordinal)).Value;
        var names = target.EnumerateObject()
            .Where(library => library.Value.GetProperty("type").ValueEquals("package")
                && library.Value.TryGetProperty("runtime", out var files)
                && files.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal)))
            .Select(library => library.Name.Split('/'))
            .Select(parts => (Name: parts[0], Version: parts[1]));

        // Where a program uses no framework but the base, the other's package is restored and not put in.
        var framework = document.RootElement.GetProperty("project").GetProperty("frameworks").EnumerateObject().First().Value;
        var references = framework.GetProperty("frameworkReferences").EnumerateObject()
            .Select(reference => $"{reference.Name}.Runtime.{runtime}").ToHashSet();
        var packs = framework.GetProperty("downloadDependencies").EnumerateArray()
            .Select(pack => (
                Name: pack.GetProperty("name").GetString()!,
                Version: pack.GetProperty("version").GetString()!.Trim('[', ']').Split(',')[0]))
            .Where(pack => references.Contains(pack.Name));

        return [.. names.Concat(packs).OrderBy(package => package.Name, StringComparer.Ordinal)
            .Select(package => ReadPackage(packages, package.Name, package.Version))];
    }

    /// <summary>The Debian packages whose files lie beside the program.</summary>
    public static IEnumerable<Component> ReadDebian(string folder) =>
        from file in Directory.GetFiles(folder).Order(StringComparer.Ordinal)
        let parts = Path.GetFileName(file).Split('_')
        let url = $"pkg:deb/debian/{parts[0]}@{Uri.EscapeDataString(parts[1])}"
        select new Component(parts[0], parts[1], "NOASSERTION", "", url, null, [file]);

    private static Component ReadPackage(string packages, string name, string version)
    {
        var folder = Path.Combine(packages, name.ToLowerInvariant(), version);
        var metadata = XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Root!.Elements().First();
        string? Value(string element) => metadata.Elements().FirstOrDefault(child => child.Name.LocalName == element)?.Value.Trim();
        var sha512 = Convert.FromBase64String(File.ReadAllText(Directory.GetFiles(folder, "*.nupkg.sha512").Single()));
        var texts = Directory.GetFiles(folder).Where(file => TextNames.Contains(Path.GetFileName(file).ToLowerInvariant()));
        return new Component(
            name, version, Value("license") ?? "NOASSERTION", Value("copyright") ?? "", $"pkg:nuget/{name}@{version}",
            Convert.ToHexStringLower(sha512), [.. texts.Order(StringComparer.Ordinal)]);
    }
}
