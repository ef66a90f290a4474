using Nearcall;

namespace Demo;

public delegate int Operation(int left, int right = 1);

public sealed class Targets
{
    private int _calls;

    /// <summary>Adds two numbers.</summary>
    public static int Add(int a, int b) => checked(a + b);

    /// <summary>
    /// Counts: the next number,
    /// and no other.
    /// </summary>
    public int Next(int step = 1) => _calls += step;

    public static T Same<T>(T value) => value;

    public void Map(XmlRpcMethodsBuilder methods, Func<string, int> length, Operation operation)
    {
        methods.Add("static", Add);
        methods.Add("instance", Next);
        methods.Add("generic", Same<string>);
        methods.Add("extension", "text".Repeat);
        methods.Add("local", Local);
        methods.Add("variable", length);
        methods.Add("operation", operation);
        methods.Add("cast", (Func<int, int>)(static number => number));
        methods.Add("wider", (Func<string, XmlRpcValue>)Value);
        methods.Add("constructed", new Func<int, int>(Local));
        methods.Add(method: Add, name: "named");
        methods?.Add("conditional", Add);

        int Local(int a) => a + _calls;
    }

    private static XmlRpcValue Value(string text) => text;
}

public static class TextExtensions
{
    public static string Repeat(this string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
