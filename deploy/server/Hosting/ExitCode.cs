namespace Nearcall.Server.Hosting;

/// <summary>What the program tells whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>It was stopped and answered everything that it had taken; or it printed what it was asked for.</summary>
    public const int Done = 0;

    /// <summary>It was stopped, and the time for that ran out before every call was answered.</summary>
    public const int CutShort = 1;

    /// <summary>It could not start: the port is taken, for example.</summary>
    public const int CannotStart = 2;

    /// <summary>A setting or the command line is wrong. Starting again would not help.</summary>
    public const int BadSettings = 3;
}
