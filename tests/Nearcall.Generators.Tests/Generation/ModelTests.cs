namespace Nearcall.Generators.Tests.Generation;

/// <summary>Models are values: a compiler's object in one would keep old programs in memory and never be equal to another.</summary>
public sealed class ModelTests
{
    private static readonly Type[] Models =
    [
        .. typeof(ContractGenerator).Assembly.GetTypes().Where(type => type is { IsNested: false, IsEnum: false } && type.Name.EndsWith("Model", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Models_TheirProperties_AreValues()
    {
        Assert.NotEmpty(Models);
        Assert.Empty(Models
            .SelectMany(model => model.GetProperties().Where(property => property.Name != "EqualityContract").Select(property => (model, property)))
            .Where(pair => !IsValue(pair.property.PropertyType) && !IsComputed(pair.model, pair.property.Name))
            .Select(pair => $"{pair.model.Name}.{pair.property.Name}"));
    }

    [Fact]
    public void Models_AreRecords() =>
        Assert.All(Models, model => Assert.NotNull(model.GetMethod("<Clone>$") ?? model.GetMethod("PrintMembers", PrivateInstance)));

    private const System.Reflection.BindingFlags PrivateInstance = System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance;

    private static bool IsComputed(Type model, string property) =>
        model.GetField($"<{property}>k__BackingField", PrivateInstance) is null;

    private static bool IsValue(Type type) =>
        type.IsEnum || type.IsPrimitive || Models.Contains(type) || type == typeof(string) || type == typeof(decimal)
        || (type.IsGenericType && type.Name is "EquatableArray`1" or "Nullable`1" && IsValue(type.GetGenericArguments()[0]));
}
