namespace Nearcall.EndToEnd.Subjects.Servers;

/// <summary>Nearcall with many methods, all alike; the middle one is called.</summary>
internal sealed class ManyMethodsSubject(int count) : ServerSubject
{
    public override void Add(WebApplicationBuilder builder) => builder.Services.AddXmlRpc();

    public override void Map(WebApplication app) => app.MapXmlRpc("/RPC2", methods =>
    {
        for (var i = 0; i < count; i++)
        {
            methods.Add(i == count / 2 ? "add" : $"calculator.add{i}", (int a, int b) => checked(a + b));
        }
    });
}
