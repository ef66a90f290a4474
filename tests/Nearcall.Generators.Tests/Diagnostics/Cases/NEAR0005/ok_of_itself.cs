using Nearcall;

// Of itself.
[XmlRpcService]
public partial interface IForest
{
    void Plant(Tree tree);

    Branch Grow(Tree tree, Node node);

    Dictionary<string, Page> Turn(Page page);
}

public class Tree : List<Tree>;

public class Branch : List<Twig>;

public class Twig : List<Branch>;

public class Page : Dictionary<string, Page>;

public record Node(string Name, List<Node> Children, Node[] Others);

