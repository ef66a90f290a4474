using System.Text.Json.Serialization;

namespace Nearcall.Benchmarks.Documents;

/// <summary>The same values as JSON, by generated code like ours.</summary>
[JsonSerializable(typeof(Order[]))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(byte[]))]
[JsonSerializable(typeof(string))]
internal sealed partial class OrderJsonContext : JsonSerializerContext;
