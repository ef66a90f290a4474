namespace Nearcall;

/// <summary>What stands for null.</summary>
public enum XmlRpcNilForm
{
    /// <summary>The extension <c>nil</c> (R70).</summary>
    Nil,

    /// <summary>Boolean 0, as Odoo does.</summary>
    False,

    /// <summary>The empty string.</summary>
    EmptyString,
}
