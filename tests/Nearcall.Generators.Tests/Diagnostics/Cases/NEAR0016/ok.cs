using Nearcall;

public static class Program
{
    private delegate int Own(string text, int count = 1);

    public static void Register(XmlRpcMethodsBuilder methods, Func<int, int> square)
    {
        methods.Add("add", (int a, int b) => a + b);
        methods.Add("default", (int a, int b = 5) => a + b);
        methods.Add("sum", (params int[] numbers) => numbers.Sum());
        methods.Add("square", square);
        methods.Add("length", Length);
        methods.Add("own", (Own)((text, count) => text.Length * count));
        methods.Add("cast", (Delegate)(() => 1));
        methods.Add(name: "put", method: (string name, Stream content) => name);
    }

    private static int Length(string text) => text.Length;
}
