// NEAR0016: The delegate cannot be registered: the compiler cannot see what it takes and gives; give a lambda, a method or a variable of a delegate type
// NEAR0016: The delegate cannot be registered: the compiler cannot see what it takes and gives; give a lambda, a method or a variable of a delegate type
// NEAR0016: The delegate cannot be registered: 'T' is a type parameter, which may be anything; register it where the type is known
// NEAR0016: The delegate cannot be registered: 'T' is a type parameter, which may be anything; register it where the type is known
// NEAR0016: The delegate cannot be registered: its parameter 'count' is passed by reference, which no call can do; pass the value
// NEAR0016: The delegate cannot be registered: 'Program.Hidden' cannot be named by other code; make it internal or public
// NEAR0016: The delegate cannot be registered: an anonymous type has no name; make a record of it
// NEAR0016: The delegate cannot be registered: Add must be called where the delegate is; call it directly
using Nearcall;

public static class Program
{
    public static void Register<T>(XmlRpcMethodsBuilder methods, Delegate any, Func<T, int> typed)
    {
        methods.Add("any", [|any|]);
        methods.Add("made", ([|any|]));
        methods.Add("typed", [|typed|]);
        methods.Add("lists", [|(List<T[]> items) => items.Count|]);
        methods.Add("increment", [|(ref int count) => { count++; }|]);
        methods.Add("hidden", [|(Hidden item) => item.ToString()|]);
        methods.Add("anonymous", [|() => new { X = 1 }|]);
        Func<string, Delegate, object> add = [|methods.Add|];
    }

    private sealed record Hidden(int X);
}
