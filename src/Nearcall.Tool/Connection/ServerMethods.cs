namespace Nearcall.Tool.Connection;

/// <summary>Asks a server about its methods, and makes do with what it answers: many know only some of the questions.</summary>
internal sealed class ServerMethods(XmlRpcClient client)
{
    /// <summary>The names of the methods.</summary>
    /// <exception cref="SilentServerException">The server answers with a fault.</exception>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.Introspection.ListMethodsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (XmlRpcFaultException e)
        {
            throw new SilentServerException("The server does not list its methods", e.Fault);
        }
    }

    /// <summary>One method.</summary>
    /// <exception cref="SilentServerException">The server tells neither its signatures nor its help.</exception>
    public async Task<MethodDescription> DescribeAsync(string method, CancellationToken cancellationToken)
    {
        var signatures = await SignaturesAsync(method, cancellationToken).ConfigureAwait(false);
        var (help, fault) = await HelpAsync(method, cancellationToken).ConfigureAwait(false);
        return signatures is null && fault is not null
            ? throw new SilentServerException($"The server does not describe '{method}'", fault)
            : new MethodDescription(method, signatures ?? [], help);
    }

    /// <summary>All methods that the server lists.</summary>
    /// <exception cref="SilentServerException">The server does not list them.</exception>
    public async Task<IReadOnlyList<MethodDescription>> DescribeAllAsync(CancellationToken cancellationToken)
    {
        var descriptions = new List<MethodDescription>();
        foreach (var method in await ListAsync(cancellationToken).ConfigureAwait(false))
        {
            var signatures = await SignaturesAsync(method, cancellationToken).ConfigureAwait(false);
            var (help, _) = await HelpAsync(method, cancellationToken).ConfigureAwait(false);
            descriptions.Add(new MethodDescription(method, signatures ?? [], help));
        }

        return descriptions;
    }

    /// <summary>The signatures; null where the server answers with a fault.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>?> SignaturesAsync(
        string method, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Introspection.MethodSignatureAsync(method, cancellationToken).ConfigureAwait(false);
        }
        catch (XmlRpcFaultException)
        {
            return null;
        }
        catch (XmlRpcFormatException e) when (e.Rule == "R61" || IsUnspeakable(e))
        {
            // A well-formed answer that is no signature is as good as none.
            return [];
        }
    }

    private async Task<(string Help, XmlRpcFault? Fault)> HelpAsync(string method, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.Introspection.MethodHelpAsync(method, cancellationToken).ConfigureAwait(false), null);
        }
        catch (XmlRpcFaultException e)
        {
            return ("", e.Fault);
        }
        catch (XmlRpcFormatException e) when (IsUnspeakable(e))
        {
            return ("", null);
        }
    }

    /// <summary>A server may list a name with characters that no call can carry: the question was never sent.</summary>
    private static bool IsUnspeakable(XmlRpcFormatException exception) => exception.FaultCode == XmlRpcFaultCodes.InternalError;
}
