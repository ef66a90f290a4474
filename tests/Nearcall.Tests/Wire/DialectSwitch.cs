using System.Reflection;

namespace Nearcall.Tests.Wire;

/// <summary>Dialects with one switch changed, by the switch's name.</summary>
internal static class DialectSwitch
{
    /// <summary>The strict dialect with a switch turned on, or a policy at its most lenient.</summary>
    public static XmlRpcDialect StrictWith(string name) => With(XmlRpcDialect.Strict, name, GetLenient(name));

    /// <summary>The strict dialect with a switch turned off.</summary>
    public static XmlRpcDialect StrictWithout(string name) => With(XmlRpcDialect.Strict, name, false);

    private static object GetLenient(string name) =>
        name == nameof(XmlRpcDialect.DuplicateMembers) ? XmlRpcDuplicateMembers.KeepLast : true;

    private static XmlRpcDialect With(XmlRpcDialect dialect, string name, object value)
    {
        var changed = dialect with { };
        var property = typeof(XmlRpcDialect).GetProperty(name, BindingFlags.Public | BindingFlags.Instance);
        Assert.NotNull(property);
        property.SetValue(changed, value);
        return changed;
    }
}
