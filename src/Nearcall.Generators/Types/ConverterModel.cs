namespace Nearcall.Generators.Types;

/// <summary>A converter to be written: of a struct, an enum, a collection, a tuple … One type and one set of attributes has one.</summary>
/// <param name="Namespace">Its namespace, below <c>Nearcall.Generated</c>, that of the type.</param>
/// <param name="Name">Its class name, such as <c>PointConverter</c>.</param>
/// <param name="Type">The type that it converts, fully qualified.</param>
/// <param name="Shown">The type as people write it, for comments and errors.</param>
internal abstract record ConverterModel(string Namespace, string Name, string Type, string Shown)
{
    /// <summary>The expression of its one instance.</summary>
    public string Instance => $"global::{Namespace}.{Name}.Instance";
}
