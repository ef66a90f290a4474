namespace Nearcall;

/// <summary>How far a base64 that is read while it arrives has been read.</summary>
internal enum Base64Progress
{
    /// <summary>It has not begun.</summary>
    NotBegun,

    /// <summary>Its start was read; what came before it is still in memory.</summary>
    Found,

    /// <summary>Its text is being read.</summary>
    Text,

    /// <summary>Its end tags come next.</summary>
    End,

    /// <summary>The tail of the message comes next.</summary>
    Tail,

    /// <summary>The message has been read.</summary>
    Over,
}
