namespace Nearcall;

/// <summary>How names on the wire are made of names in C#.</summary>
public enum XmlRpcNaming
{
    /// <summary>The name as it is written: <c>CreatedAt</c>.</summary>
    AsWritten,

    /// <summary>With a small first word: <c>createdAt</c>, and <c>httpStatus</c> for <c>HTTPStatus</c>.</summary>
    CamelCase,

    /// <summary>In small letters, with underscores between the words: <c>created_at</c>.</summary>
    SnakeCase,
}
