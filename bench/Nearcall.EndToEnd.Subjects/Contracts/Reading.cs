namespace Nearcall.EndToEnd.Subjects.Contracts;

/// <summary>A struct of four members, each of another type.</summary>
[XmlRpcStruct(Naming = XmlRpcNaming.CamelCase)]
internal sealed record Reading(int Id, string Name, double Value, bool Valid);
