namespace Nearcall;

/// <summary>The encodings that a message may come in (R25).</summary>
internal enum XmlEncodingKind
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Latin1,
    Ascii,
    Windows1252,
}
