namespace Nearcall.EndToEnd.Plots;

/// <summary>A point of a curve.</summary>
/// <param name="At">Its place on the axis.</param>
/// <param name="Height">The median of the rounds.</param>
/// <param name="Least">The least of the rounds.</param>
/// <param name="Greatest">The greatest of the rounds.</param>
internal readonly record struct CurvePoint(double At, double Height, double Least, double Greatest);
