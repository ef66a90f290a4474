using System.Text.Json;
using System.Text.Json.Serialization;

namespace Nearcall.EndToEnd.Subjects.Contracts;

/// <summary>The types that travel as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Addition))]
[JsonSerializable(typeof(Reading[]))]
[JsonSerializable(typeof(int))]
internal sealed partial class JsonTypes : JsonSerializerContext;
