using System.Runtime.CompilerServices;

namespace Nearcall;

/// <summary>What the generated code of contracts needs beyond values and messages.</summary>
public ref partial struct XmlRpcReader
{
    /// <summary>Moves to the next argument of the call, which must be there.</summary>
    /// <param name="name">The name of the parameter, for the error.</param>
    /// <exception cref="XmlRpcFormatException">There is no further argument (R55).</exception>
    public void ReadStartParameter(string name)
    {
        if (!ReadNextParameter())
        {
            throw MissingArgument(name);
        }
    }

    /// <summary>Deals with a member whose name occurred in the struct before (R36), as the dialect says.</summary>
    /// <returns>Whether the member was passed over; if not, its value is read and counts.</returns>
    /// <exception cref="XmlRpcFormatException">The dialect refuses such a struct.</exception>
    public bool SkipDuplicateMember()
    {
        switch (Dialect.DuplicateMembers)
        {
            case XmlRpcDuplicateMembers.KeepLast:
                return false;
            case XmlRpcDuplicateMembers.KeepFirst:
                Skip();
                return true;
            default:
                throw DuplicateMember();
        }
    }

    /// <summary>Passes over a member that the type does not have, unless the dialect refuses such a struct.</summary>
    /// <exception cref="XmlRpcFormatException"><see cref="XmlRpcDialect.AllowUnknownMembers"/> is off.</exception>
    public void SkipUnknownMember()
    {
        if (!Dialect.AllowUnknownMembers)
        {
            throw UnknownMember();
        }

        Skip();
    }

    /// <summary>Makes the exception for a struct, read to its end, that lacks a member.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns>The exception, for the caller to throw.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public readonly XmlRpcFormatException CreateMissingMemberException(string name) =>
        CreateException($"The struct lacks the member '{name}', which is required.");

    /// <summary>Moves past the next value if it stands for null: nil, or what the peer uses instead.</summary>
    /// <param name="form">What the peer uses.</param>
    /// <returns>Whether it does; if not, the reader stands before the value still.</returns>
    /// <exception cref="XmlRpcFormatException">The text breaks a rule or a limit.</exception>
    public bool TryReadNil(XmlRpcNilForm form)
    {
        if (TryReadNil())
        {
            return true;
        }

        if (form == XmlRpcNilForm.Nil || PeekKind() != (form == XmlRpcNilForm.False ? XmlRpcKind.Boolean : XmlRpcKind.String))
        {
            return false;
        }

        var before = this;
        if (form == XmlRpcNilForm.False ? !ReadBoolean() : ReadString().Length == 0)
        {
            return true;
        }

        this = before;
        return false;
    }

    // The place is the end of the arguments, not the one that was read last.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly XmlRpcFormatException MissingArgument(string name) => _xml.Fail(
        $"The argument for the parameter '{name}' is missing.", _xml.Position, "R55", faultCode: XmlRpcFaultCodes.InvalidParameters);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlRpcFormatException DuplicateMember()
    {
        // The place to name is that of the member's value, not of its name.
        Read();
        return CreateException(
            "The struct has two members of this name.",
            "R36",
            $"{nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.DuplicateMembers)}",
            XmlRpcFaultCodes.InvalidMessage);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private XmlRpcFormatException UnknownMember()
    {
        Read();
        return CreateException(
            "The struct has a member that its type does not have.",
            "R34",
            $"{nameof(XmlRpcDialect)}.{nameof(XmlRpcDialect.AllowUnknownMembers)}");
    }
}
