using Grpc.Core;
using Nearcall.EndToEnd.Subjects.Grpc;

namespace Nearcall.EndToEnd.Subjects.Servers;

internal sealed class GrpcCalculator : Subjects.Grpc.Calculator.CalculatorBase
{
    public override Task<Sum> Add(Numbers request, ServerCallContext context) =>
        Task.FromResult(new Sum { Result = checked(request.A + request.B) });
}
