using Nearcall;

namespace Demo;

public sealed record Point(int X, int Y = 0);

public static class Records
{
    public static void Map(XmlRpcMethodsBuilder methods)
    {
        methods.Add("move", (Point point, int by) => point with { X = point.X + by });
        methods.Add("pair", ((int Code, string Text) pair) => (pair.Code, true));
        methods.Add("rows", (int[][] rows, Point? origin) => rows.Length);
        methods.Add("all", (List<Point> points, Dictionary<string, Point> byName) => points.Count + byName.Count);
    }
}

public static class Generic<T>
{
    public static void Map(XmlRpcMethodsBuilder methods) => methods.Add("name", (int length) => typeof(T).Name.Length == length);
}
