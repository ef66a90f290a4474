namespace Nearcall;

/// <summary>
/// Several methods of one name. A call goes to the form that suits its arguments best, for which they are scanned once before they are
/// read.
/// </summary>
internal sealed class OverloadedMethod : XmlRpcMethod
{
    private const int MostOnStack = 32;
    private const int MostShown = 16;

    private readonly MethodForm[] _forms;

    /// <summary>Puts forms together.</summary>
    /// <exception cref="InvalidOperationException">Two of them cannot be told apart, or one takes a stream.</exception>
    public OverloadedMethod(string name, IEnumerable<MethodForm> forms)
        : base(name, parameters: [], resultKind: null)
    {
        _forms = [.. forms];
        for (var index = 0; index < _forms.Length; index++)
        {
            Check(_forms[index], _forms.AsSpan(0, index));
        }
    }

    public override ValueTask InvokeAsync(XmlRpcCallContext context)
    {
        var form = Choose(context);
        if ((context as ServerCall ?? context.GetFeature<ServerCall>()) is { } call)
        {
            call.Form = form.Method;
            if (call.IsEntry && form.Method.GivesStream)
            {
                throw new RefusedCallException(XmlRpcFaultCodes.InvalidParameters, FaultText.StreamInMulticall);
            }
        }

        return form.Invoke(context);
    }

    private static void Check(MethodForm form, ReadOnlySpan<MethodForm> others)
    {
        if (form.Method.TakesStream)
        {
            throw new InvalidOperationException(
                $"The method '{form.Method.Name}' has several forms, and {form} takes a stream: all arguments would have to be there to "
                + "tell them apart. Give that method another name.");
        }

        foreach (var other in others)
        {
            if (form.IsAmbiguousWith(other))
            {
                throw new InvalidOperationException(
                    $"Two forms of one method cannot be told apart by the number and the kinds of their arguments: {other} and {form}. "
                    + "Give one of them another name.");
            }
        }
    }

    private MethodForm Choose(XmlRpcCallContext context)
    {
        Span<XmlRpcKind> kinds = stackalloc XmlRpcKind[MostOnStack];
        var count = 0;
        var arguments = context.OpenArguments();
        while (arguments.ReadNextParameter())
        {
            if (count == kinds.Length)
            {
                var more = new XmlRpcKind[count * 2];
                kinds.CopyTo(more);
                kinds = more;
            }

            kinds[count++] = arguments.PeekKind();
            arguments.Skip();
        }

        context.OnArgumentsRead();
        return Choose(kinds[..count]);
    }

    private MethodForm Choose(ReadOnlySpan<XmlRpcKind> arguments)
    {
        MethodForm? best = null;
        foreach (var form in _forms)
        {
            if (form.Takes(arguments) && (best is null || form.IsBetterThan(best, arguments)))
            {
                best = form;
            }
        }

        return best ?? throw new RefusedCallException(XmlRpcFaultCodes.InvalidParameters, Miss(arguments));
    }

    private string Miss(ReadOnlySpan<XmlRpcKind> arguments)
    {
        var came = new List<string>();
        foreach (var kind in arguments[..Math.Min(arguments.Length, MostShown)])
        {
            came.Add(kind.ElementName);
        }

        if (arguments.Length > MostShown)
        {
            came.Add("…");
        }

        var forms = string.Join("; ", _forms.AsEnumerable());
        return $"No form of '{Name}' takes the arguments ({string.Join(", ", came)}). Its forms are {forms}.";
    }
}
