using Microsoft.AspNetCore.Http;

namespace Nearcall;

/// <summary>Collects the parameters of a delegate while it is registered, and gives each its name.</summary>
internal readonly ref struct MethodShape
{
    private readonly ReadOnlySpan<string> _names;
    private readonly List<XmlRpcParameter> _parameters;

    public MethodShape(string name, Delegate method, ReadOnlySpan<string> names)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(method);
        Name = name;
        _names = names;
        _parameters = [];
    }

    public string Name { get; }

    /// <summary>The parameters.</summary>
    /// <exception cref="ArgumentException">There are more names than parameters on the wire.</exception>
    public IReadOnlyList<XmlRpcParameter> Parameters =>
        _names.Length <= WireParameterCount
            ? _parameters
            : throw new ArgumentException(
                $"The method '{Name}' has {WireParameterCount} parameters on the wire and {_names.Length} names for them.");

    private int WireParameterCount => _parameters.Count(static parameter => parameter.IsOnWire);

    /// <summary>Adds the parameter of a type: filled in where the call has such a thing, else read from the wire.</summary>
    public MethodShape With<T>(out XmlRpcParameter<T> parameter)
    {
        var index = WireParameterCount;
        var name = index < _names.Length ? _names[index] : null;
        parameter = typeof(T) == typeof(HttpContext)
            ? (XmlRpcParameter<T>)(object)XmlRpcParameter.FilledBy(name: null, static context => context.GetFeature<HttpContext>()!)
            : XmlRpcParameter.Create<T>(name);
        _parameters.Add(parameter);
        return this;
    }
}
