using System.Text;

namespace Nearcall;

/// <summary>One of several methods of one name, as calls are told apart: by the number and the kinds of their arguments.</summary>
internal sealed class MethodForm
{
    private readonly XmlRpcParameter[] _parameters;
    private readonly int _least;
    private readonly int _fixed;
    private readonly bool _isVariadic;

    public MethodForm(XmlRpcMethod method, XmlRpcDelegate invoke)
    {
        Method = method;
        Invoke = invoke;
        _parameters = [.. method.Parameters.Where(static parameter => parameter.IsOnWire)];
        _isVariadic = _parameters is [.., { IsVariadic: true }];
        _fixed = _isVariadic ? _parameters.Length - 1 : _parameters.Length;
        _least = _parameters.TakeWhile(static parameter => !parameter.IsOptional && !parameter.IsVariadic).Count();
    }

    public XmlRpcMethod Method { get; }

    /// <summary>The method's own filters, and the method behind them.</summary>
    public XmlRpcDelegate Invoke { get; }

    /// <summary>Says whether the form takes arguments of these kinds.</summary>
    public bool Takes(ReadOnlySpan<XmlRpcKind> arguments)
    {
        if (arguments.Length < _least || (arguments.Length > _fixed && !_isVariadic))
        {
            return false;
        }

        for (var index = 0; index < arguments.Length; index++)
        {
            if (ArgumentKinds.Distance(Parameter(index), arguments[index]) == ArgumentKinds.NotTaken)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Says whether the form suits a call better than another that takes it too: the first argument that one of them takes more exactly
    /// decides; then one that names all its parameters comes before one that takes any number, and one that leaves fewer out before others.
    /// </summary>
    public bool IsBetterThan(MethodForm other, ReadOnlySpan<XmlRpcKind> arguments)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            var distance = ArgumentKinds.Distance(Parameter(index), arguments[index]);
            var otherDistance = ArgumentKinds.Distance(other.Parameter(index), arguments[index]);
            if (distance != otherDistance)
            {
                return distance < otherDistance;
            }
        }

        return CompareFit(other) < 0;
    }

    /// <summary>Says whether there are arguments that suit this form and another equally well.</summary>
    public bool IsAmbiguousWith(MethodForm other)
    {
        var most = Math.Min(Most(other), other.Most(this));
        for (var count = Math.Max(_least, other._least); count <= most; count++)
        {
            if (CompareFit(other) == 0 && HasSameKinds(other, count))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Shows the form as in <c>add(int a, int b, [int c])</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Method.Name).Append('(');
        for (var index = 0; index < _parameters.Length; index++)
        {
            text.Append(index > 0 ? ", " : "").Append(ArgumentKinds.Describe(_parameters[index]));
        }

        return text.Append(')').ToString();
    }

    private XmlRpcParameter Parameter(int index) => _parameters[Math.Min(index, _parameters.Length - 1)];

    /// <summary>The greatest number of arguments that is worth a look: beyond it the forms differ no more.</summary>
    private int Most(MethodForm other) => _isVariadic ? Math.Max(_fixed, other._fixed) + 1 : _fixed;

    private bool HasSameKinds(MethodForm other, int count)
    {
        for (var index = 0; index < count; index++)
        {
            if (Parameter(index).Kind != other.Parameter(index).Kind)
            {
                return false;
            }
        }

        return true;
    }

    private int CompareFit(MethodForm other)
    {
        if (_isVariadic || other._isVariadic)
        {
            return _isVariadic == other._isVariadic ? other._fixed.CompareTo(_fixed) : _isVariadic.CompareTo(other._isVariadic);
        }

        return _fixed.CompareTo(other._fixed);
    }
}
