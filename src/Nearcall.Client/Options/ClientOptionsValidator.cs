using Microsoft.Extensions.Options;

namespace Nearcall;

/// <summary>Finds at the start of a program what a client would refuse when it is made.</summary>
internal sealed class ClientOptionsValidator : IValidateOptions<XmlRpcClientOptions>
{
    // Whether there is an address is known only with the HttpClient, which may have one.
    private static readonly Uri AnyAddress = new("http://localhost/");

    public ValidateOptionsResult Validate(string? name, XmlRpcClientOptions options)
    {
        try
        {
            _ = new ClientSettings(options, url: null, AnyAddress, isHttpOnly: false);
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
