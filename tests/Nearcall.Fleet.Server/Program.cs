using Nearcall.Fleet.Server;
using Nearcall.Server.Hosting;

// What is told to a server only in this test has no place among its settings.
const string Variable = "FLEET_EXECUTIONS";

if (Environment.GetEnvironmentVariable(Variable) is not { } path)
{
    Console.Error.WriteLine($"{Variable}: the file that executions are written to is expected.");
    return 2;
}

using var executions = new ExecutionLog(path);
return await ServerProgram.RunAsync(args, methods => methods.AddService(new Register(executions)));
