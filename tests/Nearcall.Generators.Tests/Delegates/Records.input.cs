using Nearcall;

namespace Demo;

public sealed record Point(int X, int Y = 0);

public static class Records
{
    public static void Map(XmlRpcMethodsBuilder methods)
    {
        methods.Add("move", (Point point, int by) => point with { X = point.X + by });
        methods.Add("all", (List<Point> points, Dictionary<string, Point> byName) => points.Count + byName.Count);
    }
}
