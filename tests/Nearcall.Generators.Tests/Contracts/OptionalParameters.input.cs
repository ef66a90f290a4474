using System.Runtime.InteropServices;
using Nearcall;

namespace Demo.Optional;

public enum Color
{
    Red,
    Green = 5,
}

[Flags]
public enum Rights : long
{
    None = 0,
    Read = 1,
    Write = 2,
}

[XmlRpcService]
public partial interface IOptional
{
    void Numbers(
        int a = int.MinValue,
        long b = long.MaxValue,
        short c = -3,
        sbyte d = 4,
        double e = 0.1,
        float f = 1e-10f,
        decimal g = 1.50m,
        bool h = true);

    void Extremes(double a = double.NaN, double b = double.NegativeInfinity, double c = 1E300, float d = float.PositiveInfinity, double e = -0.0);

    void Texts(string a = "a \"quoted\" \\ text\r\n\u2028\0", string? b = null, string c = "", string d = "ä\U0001F600");

    void Enums(Color a = Color.Green, Color b = (Color)7, Rights c = Rights.Read | Rights.Write, Color? d = Color.Red, Color? e = null);

    void Others([Optional] int d, int? a = null, int? b = 3, DateTime c = default, XmlRpcValue e = default, byte[]? f = null);

    void Mixed(int first, int second = 2, params string[] rest);
}
