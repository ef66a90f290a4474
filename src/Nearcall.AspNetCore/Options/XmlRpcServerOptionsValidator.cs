using Microsoft.Extensions.Options;

namespace Nearcall;

internal sealed class XmlRpcServerOptionsValidator : IValidateOptions<XmlRpcServerOptions>
{
    public ValidateOptionsResult Validate(string? name, XmlRpcServerOptions options) => Validate(options);

    public static ValidateOptionsResult Validate(XmlRpcServerOptions options)
    {
        if (options.Dialect is not { } dialect)
        {
            return Fail(
                $"{nameof(XmlRpcServerOptions.Dialect)} is null: leave it, or set {nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.Strict)}.");
        }

        if (options.Limits is null)
        {
            return Fail(
                $"{nameof(XmlRpcServerOptions.Limits)} is null: leave it, or set {nameof(XmlRpcLimits)}.{nameof(XmlRpcLimits.Default)}.");
        }

        if (dialect is { WriteNilAndI8AsExtensions: true, WriteExtensions: false })
        {
            return Fail(
                $"{nameof(XmlRpcServerOptions.Dialect)} has {nameof(XmlRpcDialect.WriteNilAndI8AsExtensions)} without "
                + $"{nameof(XmlRpcDialect.WriteExtensions)}: set both or neither.");
        }

        return ValidateOptionsResult.Success;
    }

    private static ValidateOptionsResult Fail(string problem) => ValidateOptionsResult.Fail($"{nameof(XmlRpcServerOptions)}.{problem}");
}
