namespace Nearcall;

/// <content>Methods that are lambdas or other delegates.</content>
public sealed partial class XmlRpcMethodsBuilder
{
    /// <summary>
    /// Adds a method: a lambda, a method of any class, a local function, a variable of some delegate type. The compiler puts code in place
    /// of this call that reads the arguments, calls and writes the result as those of a contract are; names, defaults and <c>params</c> of
    /// the parameters count, and so do attributes.
    /// </summary>
    /// <param name="name">The name on the wire (R07 to R09).</param>
    /// <param name="method">
    /// What is called. It serves many calls at once. Parameters of type <see cref="CancellationToken"/>, <see cref="XmlRpcCallContext"/> and
    /// <c>HttpContext</c> are filled in, and so are those with <c>[FromServices]</c> or <c>[FromKeyedServices]</c>; the others are read from
    /// the wire in their order. Without a result it answers with nil where the dialect writes nil, else with the boolean 1.
    /// </param>
    /// <returns>The method, to describe it further.</returns>
    /// <remarks>
    /// Attributes of a lambda or a method count where it stands in this call. Those of what a variable holds cannot be seen: such a method
    /// is guarded by <see cref="XmlRpcMethodBuilder.RequireAuthorization(ReadOnlySpan{string})"/>.
    /// </remarks>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or taken.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="method"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// The endpoint is mapped already, or the compiler put nothing in place of this call; the message says why that can be.
    /// </exception>
    public XmlRpcMethodBuilder Add(string name, Delegate method)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(method);
        ThrowIfMapped();
        throw new InvalidOperationException(
            $"The compiler wrote no code for the method '{name}'. It does where it sees the types of the delegate, in this very call: "
            + "give a lambda, a method or a variable of a delegate type, with public or internal types; not a System.Delegate or a type "
            + "parameter. It needs the generator of the Nearcall package, and the namespace Nearcall.Generated in the project's "
            + "<InterceptorsNamespaces>, which the package sets. For what it cannot see, make the method with XmlRpcServiceMethod.Create.");
    }
}
