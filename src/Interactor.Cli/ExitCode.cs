namespace Interactor.Cli;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    public const int Good = 0;

    /// <summary>There are findings, a test failed, or an action did.</summary>
    public const int Failure = 1;

    /// <summary>The command line is not valid, or names something that is not there.</summary>
    public const int Usage = 2;

    /// <summary>128 and the number of the signal, as shells count.</summary>
    public const int Cancelled = 130;

    public const int Terminated = 143;
}
