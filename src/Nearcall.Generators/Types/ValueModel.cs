namespace Nearcall.Generators.Types;

/// <summary>How a value of one type is read and written at one place, the attributes of the place included.</summary>
/// <param name="Type">The type, fully qualified, with its nullable annotation.</param>
/// <param name="ReadCode">The expression that reads it; <c>{reader}</c> stands for the reader.</param>
/// <param name="WriteCode">
/// The statements that write it, one a line; <c>{writer}</c> stands for the writer, <c>{value}</c> for an expression without side effects.
/// </param>
/// <param name="Kind">The expression of its <c>XmlRpcKind?</c>.</param>
/// <param name="Converter">The expression of an <c>XmlRpcConverter</c> of exactly this type and place.</param>
internal sealed record ValueModel(string Type, string ReadCode, string WriteCode, string Kind, string Converter)
{
    public string Read(string reader) => ReadCode.Replace("{reader}", reader);

    /// <summary>The expression where nothing stands beside it.</summary>
    public string ReadAlone(string reader)
    {
        var code = Read(reader);
        return code[0] == '(' ? code.Substring(1, code.Length - 2) : code;
    }

    public string Write(string writer, string value) => WriteCode.Replace("{writer}", writer).Replace("{value}", value);
}
