namespace Nearcall.Client.Tests.Infrastructure;

/// <summary>Answers as they travel.</summary>
internal static class Answers
{
    public const string Prolog = """<?xml version="1.0" encoding="utf-8"?>""";

    public static string Five => Of("<int>5</int>");

    public static string Fault => $"{Prolog}<methodResponse><fault><value>{FaultStruct(42, "It failed")}</value></fault></methodResponse>";

    public static string Of(string value) =>
        $"{Prolog}<methodResponse><params><param><value>{value}</value></param></params></methodResponse>";

    public static string Array(params string[] items) =>
        $"<array><data>{string.Concat(items.Select(item => $"<value>{item}</value>"))}</data></array>";

    public static string FaultStruct(int code, string text) =>
        FormattableString.Invariant($"<struct><member><name>faultCode</name><value><int>{code}</int></value></member>")
        + $"<member><name>faultString</name><value><string>{text}</string></value></member></struct>";
}
