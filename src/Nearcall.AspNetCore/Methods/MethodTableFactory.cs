using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Nearcall;

/// <summary>Turns what was registered into the fixed table of an endpoint, and refuses at start what could only fail later.</summary>
internal sealed class MethodTableFactory(XmlRpcMethodsBuilder builder, IServiceProvider services)
{
    private readonly XmlRpcServerOptions _options = builder.Options;

    /// <summary>Makes the table.</summary>
    /// <exception cref="InvalidOperationException">A method cannot be served as it was registered.</exception>
    public MethodTable Create()
    {
        foreach (var filter in _options.Filters)
        {
            CheckFilter(filter);
        }

        var methods = builder.Methods.Select(Serve).ToList();
        var taken = methods.Select(method => method.Method.Name).ToHashSet(StringComparer.Ordinal);
        methods.AddRange(SystemMethods().Where(method => !taken.Contains(method.Method.Name)));
        var other = builder.CatchAll is { } catchAll ? Serve(catchAll) : ServeOwn(new UnknownMethod(), help: "", isOther: true);
        return new MethodTable(methods, other);
    }

    private ServedMethod Serve(IReadOnlyList<XmlRpcMethodBuilder> forms)
    {
        if (forms is [var single])
        {
            return Serve(single);
        }

        foreach (var form in forms)
        {
            Check(form);
        }

        var name = forms[0].Method.Name;
        var shown = forms.Where(static form => !form.IsHidden).ToList();
        var method = new OverloadedMethod(
            name, forms.Select(static form => new MethodForm(form.Method, FilterSource.Chain(form.Filters, form.Method.InvokeAsync))));
        return new ServedMethod(method, _options.Filters)
        {
            Help = string.Join("\n\n", shown.Select(static form => form.Help).Where(static help => help.Length > 0).Distinct()),
            Signatures = MethodSignatures.Of(shown.Select(static form => form.Method), _options.Dialect),
            IsHidden = shown.Count == 0,
            Authorization = MethodAuthorization.Create(name, forms.Select(MetadataOf), services),
            MaxBytes = MaxBytesOf(forms),
        };
    }

    private ServedMethod Serve(XmlRpcMethodBuilder method)
    {
        Check(method);
        var name = method.Method.Name;
        return new ServedMethod(method.Method, _options.Filters.Concat(method.Filters))
        {
            Help = method.Help,
            Signatures = MethodSignatures.Of([method.Method], _options.Dialect),
            IsHidden = method.IsHidden,
            IsCatchAll = method.IsCatchAll,
            TelemetryName = method.IsCatchAll ? XmlRpcServerDiagnostics.OtherMethod : name,
            Authorization = MethodAuthorization.Create(name, [MetadataOf(method)], services),
            MaxBytes = MaxBytesOf(method),
        };
    }

    private void Check(XmlRpcMethodBuilder method)
    {
        if (!method.IsCatchAll)
        {
            CheckName(method.Method.Name);
        }

        MethodKinds.Check(method.Method, _options.Dialect);
        foreach (var filter in method.Filters)
        {
            CheckFilter(filter);
        }
    }

    /// <summary>The last that was said counts, as for the metadata of endpoints.</summary>
    private static long? MaxBytesOf(XmlRpcMethodBuilder method) =>
        method.Metadata.OfType<IRequestSizeLimitMetadata>().LastOrDefault() is { } limit ? limit.MaxRequestBodySize ?? long.MaxValue : null;

    /// <summary>Which form is called shows when all of the body is there, so that the most generous one counts.</summary>
    private long? MaxBytesOf(IReadOnlyList<XmlRpcMethodBuilder> forms)
    {
        var greatest = forms.Max(MaxBytesOf);
        return forms.All(static form => MaxBytesOf(form) is not null) || greatest > _options.Limits.MaxBytes ? greatest : null;
    }

    private IReadOnlyList<object> MetadataOf(XmlRpcMethodBuilder method) => [.. builder.Metadata, .. method.Metadata];

    private IEnumerable<ServedMethod> SystemMethods()
    {
        yield return ServeOwn(new GetCapabilities());
        if (_options.Introspection)
        {
            yield return ServeOwn(new ListMethods());
            yield return ServeOwn(new MethodSignature());
            yield return ServeOwn(new MethodHelp());
        }

        if (_options.Multicall)
        {
            yield return ServeOwn(new Multicall(), Multicall.HelpText);
        }
    }

    private ServedMethod ServeOwn(SystemMethod method) => ServeOwn(method, method.HelpText);

    private ServedMethod ServeOwn(XmlRpcMethod method, string help, bool isOther = false) => new(method, _options.Filters)
    {
        Help = help,
        Signatures = MethodSignatures.Of([method], _options.Dialect),
        TelemetryName = isOther ? XmlRpcServerDiagnostics.OtherMethod : method.Name,
        Authorization = MethodAuthorization.Create(method.Name, [builder.Metadata], services),
    };

    private void CheckName(string name)
    {
        if (!_options.AllowSystemMethodNames && MethodNames.IsReserved(name))
        {
            throw new InvalidOperationException(
                $"The name '{name}' belongs to the server (R59). Take another, or set "
                + $"{nameof(XmlRpcServerOptions)}.{nameof(XmlRpcServerOptions.AllowSystemMethodNames)}.");
        }

        if (!_options.Dialect.AllowAnyMethodName && !MethodNames.IsProper(name))
        {
            throw new InvalidOperationException(
                $"The name '{name}' cannot be called: names are made of A-Z a-z 0-9 _ . : / (R08). Take another, or set "
                + $"{nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.AllowAnyMethodName)}.");
        }
    }

    private void CheckFilter(FilterSource filter)
    {
        if (filter.Service is { } type && services.GetService<IServiceProviderIsService>() is { } known && !known.IsService(type))
        {
            throw new InvalidOperationException(
                $"The filter {type.Name} is not registered: call builder.Services.AddScoped<{type.Name}>(), or add an instance.");
        }
    }
}
