using Nearcall.Generators.Types;

namespace Nearcall.Generators.Contracts;

/// <summary>What a method gives.</summary>
internal enum ResultForm
{
    /// <summary>Nothing: <c>void</c>, <c>Task</c>, <c>ValueTask</c>.</summary>
    None,

    /// <summary>A value.</summary>
    Value,

    /// <summary>A value or a fault: <c>XmlRpcResult&lt;T&gt;</c>.</summary>
    ValueOrFault,

    /// <summary>The items of an array, as they come: <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    Items,

    /// <summary>Base64, as it comes: <c>Stream</c>.</summary>
    Octets,
}

/// <summary>When it gives it.</summary>
internal enum ResultTime
{
    Now,

    Task,

    ValueTask,
}

/// <summary>The result of a method.</summary>
/// <param name="Type">The type that the method declares.</param>
/// <param name="Form">What is given.</param>
/// <param name="Time">When.</param>
/// <param name="Value">How the value, or an item, travels; null where there is none.</param>
internal sealed record ResultModel(string Type, ResultForm Form, ResultTime Time, ValueModel? Value)
{
    public bool IsAsynchronous => Time != ResultTime.Now || Form == ResultForm.Items;
}
