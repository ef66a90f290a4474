using Nearcall;

namespace Demo;

public enum Color
{
    Red,
    Green = 5,
}

public static class Parameters
{
    public static void Map(XmlRpcMethodsBuilder methods)
    {
        methods.Add("named", (int first, string @class, int service, int Context) => first + @class + service + Context);
        methods.Add("optional", (int a, int b = 5, string c = "x \"y\"", Color d = Color.Green, int? e = null) => a + b);
        methods.Add("rest", (string first, params int[] rest) => rest.Length);
        methods.Add("restOfList", (params List<string> rest) => rest.Count);
        methods.Add("nullable", (string? a, int? b) => a ?? "");
        methods.Add("stream", (string name, Stream content) => content.Length > 0);
        methods.Add(
            "many",
            (int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q, int r, int s, int t) =>
                a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p + q + r + s + t);
        methods.Add(
            "manyWithoutResult",
            (int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q) => { });
    }
}
