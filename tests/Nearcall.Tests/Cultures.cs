using System.Globalization;

namespace Nearcall.Tests;

/// <summary>
/// The cultures that the wire must not notice (R21): other separators, other digits, other minus signs, another calendar,
/// another lower case.
/// </summary>
internal static class Cultures
{
    public static TheoryData<string> Names => ["", "de-DE", "fa-IR", "ar-SA", "tr-TR"];

    /// <summary>Makes a culture the current one until the result is disposed.</summary>
    public static IDisposable Use(string name) => new Scope(CultureInfo.GetCultureInfo(name));

    private sealed class Scope : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public Scope(CultureInfo culture) => CultureInfo.CurrentCulture = culture;

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
