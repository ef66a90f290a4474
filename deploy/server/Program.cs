using Nearcall.Server;
using Nearcall.Server.Hosting;

return await ServerProgram.RunAsync(args, methods => methods.AddFilter(new OverflowFilter()).AddService(new Calculator()));
