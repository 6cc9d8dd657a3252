namespace Interactor.Runtime.JavaScript;

/// <summary>The limits of each run, and where Node.js is.</summary>
public sealed class JavaScriptOptions
{
    /// <summary>The least that <see cref="MemoryBytes"/> may be, because the engine itself needs it: 16 MiB.</summary>
    public const int MinMemoryBytes = 16 * 1024 * 1024;

    /// <summary>The program <c>node</c>, version 20 or later: its path, or its name in the search path of this process.</summary>
    public string NodePath { get; set; } = "node";

    /// <summary>How long a run may take, without the time that it waits for its turn. Five seconds unless set; at most ten minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How much memory a run has for everything: the engine, the script and its values. 64 MiB unless set; from 16 MiB to 1 GiB.</summary>
    public int MemoryBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>How much stack a run has. 256 KiB unless set; from 16 KiB to 1 MiB.</summary>
    public int StackBytes { get; set; } = 256 * 1024;

    /// <summary>How many characters the result may have as JSON. 8 Mi unless set; at most 32 Mi.</summary>
    public int MaxResultChars { get; set; } = 8 * 1024 * 1024;

    /// <summary>How many characters of the console's lines are kept. 16 Ki unless set; at most 1 Mi.</summary>
    public int MaxLogChars { get; set; } = 16 * 1024;

    /// <summary>How many scripts may run side by side, each in a process of its own; others wait. The number of processors, at most four, unless set.</summary>
    public int MaxProcesses { get; set; } = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <summary>The same options, which a later change of these does not reach.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside of its range.</exception>
    internal JavaScriptOptions Checked()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(NodePath);
        Check(nameof(Timeout), Timeout.TotalMilliseconds, 1, TimeSpan.FromMinutes(10).TotalMilliseconds);
        Check(nameof(MemoryBytes), MemoryBytes, MinMemoryBytes, 1024 * 1024 * 1024);
        Check(nameof(StackBytes), StackBytes, 16 * 1024, 1024 * 1024);
        Check(nameof(MaxResultChars), MaxResultChars, 1, 32 * 1024 * 1024);
        Check(nameof(MaxLogChars), MaxLogChars, 0, 1024 * 1024);
        Check(nameof(MaxProcesses), MaxProcesses, 1, 256);
        return (JavaScriptOptions)MemberwiseClone();
    }

    private static void Check(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be from {least} to {most}.");
        }
    }
}
