using Nearcall;

namespace Demo.Help;

[XmlRpcService]
public partial interface IHelp
{
    /// <summary>
    /// Finds <paramref name="text"/>, a <see cref="string"/>, in <c>all</c> files; see <see langword="null"/>,
    /// <see cref="IHelp.Other(int)"/>, <see cref="List{T}.Add(T)">adding</see> &amp; "more".
    /// <para>A second   paragraph.</para>
    /// <list type="bullet"><item>one</item><item>two</item></list>
    /// </summary>
    /// <param name="text">Not shown.</param>
    void Find(string text);

    /** <summary>In the other
     * form of a comment.</summary> */
    void Other(int a);

    /// <summary>Malformed <b>.</summary>
    void Malformed();

    // Not a comment of this kind.
    void None();

    /// <remarks>No summary.</remarks>
    void Remarks();
}

[XmlRpcService]
public partial class Help : IHelp
{
    /// <inheritdoc/>
    public void Find(string text)
    {
    }

    /// <summary>The interface says it better.</summary>
    public void Other(int a)
    {
    }

    /// <summary>The class alone says it.</summary>
    public void Malformed()
    {
    }

    public void None()
    {
    }

    /// <summary>With an attribute of its own.</summary>
    [XmlRpcMethod(Hidden = true)]
    public void Remarks()
    {
    }

    /// <summary>In the base.</summary>
    [XmlRpcMethod]
    public virtual void Virtual()
    {
    }
}

[XmlRpcService]
public partial class MoreHelp : Help
{
    /// <inheritdoc/>
    public override void Virtual()
    {
    }
}
