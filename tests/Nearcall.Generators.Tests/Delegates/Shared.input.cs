using Nearcall;

namespace Demo;

public static class Shared
{
    public static void Map(XmlRpcMethodsBuilder methods)
    {
        methods.Add("add", (int a, int b) => checked(a + b));
        methods.Add("subtract", (int a, int b) => checked(a - b));
        methods.Add("swapped", (int b, int a) => checked(a - b));
    }
}
