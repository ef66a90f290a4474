using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Nearcall.Tests.Values;

/// <summary>Checks properties with a fixed seed: the same cases at each run.</summary>
internal static class PropertyCheck
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithReplay(
        FSharpOption<Replay>.Some(new Replay(new Rnd(20030630, 19980717), FSharpOption<int>.None)));

    public static void Holds<T>(Gen<T> cases, Action<T> assertion, int count = 500) =>
        Check.One(Config.WithMaxTest(count), Prop.ForAll(cases.ToArbitrary(), assertion));
}
