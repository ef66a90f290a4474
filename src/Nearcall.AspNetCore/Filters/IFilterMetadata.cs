namespace Nearcall;

/// <summary>Metadata of a method that stand for a filter around its calls.</summary>
internal interface IFilterMetadata
{
    public FilterSource Source { get; }
}
