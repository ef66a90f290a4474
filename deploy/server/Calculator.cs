namespace Nearcall.Server;

/// <summary>The procedures. One object serves all calls, many at once.</summary>
[XmlRpcService]
internal sealed partial class Calculator
{
    /// <summary>Adds two numbers.</summary>
    [XmlRpcMethod("add", Idempotent = true)]
    public int Add(int a, int b) => checked(a + b);

    /// <summary>Subtracts the second number from the first.</summary>
    [XmlRpcMethod("subtract", Idempotent = true)]
    public int Subtract(int a, int b) => checked(a - b);

    /// <summary>Multiplies two numbers.</summary>
    [XmlRpcMethod("multiply", Idempotent = true)]
    public int Multiply(int a, int b) => checked(a * b);

    /// <summary>Divides the first number by the second.</summary>
    [XmlRpcMethod("divide", Idempotent = true)]
    public double Divide(double a, double b) => b != 0 ? a / b : throw new XmlRpcFaultException(1, "Division by zero");
}
