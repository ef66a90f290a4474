namespace Nearcall;

internal enum XmlTagKind : byte
{
    /// <summary><c>&lt;name&gt;</c></summary>
    Start,

    /// <summary><c>&lt;/name&gt;</c></summary>
    End,

    /// <summary><c>&lt;name/&gt;</c></summary>
    Empty,

    /// <summary>There is no further tag: the text ends.</summary>
    None,
}
