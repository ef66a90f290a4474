namespace Nearcall;

/// <summary>How an enum travels.</summary>
public enum XmlRpcEnumForm
{
    /// <summary>As its number: an <c>int</c>, or an <c>i8</c> where the enum is made of numbers that an <c>int</c> cannot hold.</summary>
    Number,

    /// <summary>As its name, a string; case counts.</summary>
    Name,
}
