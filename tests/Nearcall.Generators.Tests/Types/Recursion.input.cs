using Nearcall;

[assembly: XmlRpcConvertible(typeof(Types.Recursion.Node))]
[assembly: XmlRpcConvertible(typeof(Types.Recursion.Forest))]

namespace Types.Recursion;

public record Node(string Name, Node? Left, List<Node> Children, Dictionary<string, Edge> Edges);

public record Edge(Node To);

public class Forest : List<Forest>;
