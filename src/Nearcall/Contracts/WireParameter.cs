namespace Nearcall;

internal sealed class WireParameter<T>(string? name, XmlRpcConverter<T> converter) : XmlRpcParameter<T>(name, converter.Kind, isOnWire: true)
{
    public override T Read(ref XmlRpcReader arguments, XmlRpcCallContext context)
    {
        if (!arguments.ReadNextParameter())
        {
            throw arguments.CreateException(
                Name is null ? "The call has fewer arguments than the method has parameters." : $"The argument for the parameter '{Name}' is missing.",
                rule: "R55");
        }

        return converter.Read(ref arguments);
    }
}
