using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Interactor.Runtime.JavaScript.Processes;

/// <summary>The program <c>node</c>: whether it is there, which version it has, and how it is started with the least rights that this version knows.</summary>
internal sealed class NodeProgram
{
    private const int LeastMajor = 20;

    private readonly string _path;
    private readonly int _major;
    private readonly int _minor;

    private NodeProgram(string path, int major, int minor)
    {
        _path = path;
        _major = major;
        _minor = minor;
    }

    // The permission model left its experimental name in 23.5 and 22.13.
    private string PermissionFlag =>
        _major > 23 || (_major == 23 && _minor >= 5) || (_major == 22 && _minor >= 13) ? "--permission" : "--experimental-permission";

    /// <summary>Asks the program for its version.</summary>
    /// <exception cref="ScriptException"><see cref="ScriptFailure.Unavailable"/>: it is absent, no Node.js, or too old.</exception>
    public static async Task<NodeProgram> FindAsync(string path, CancellationToken cancellationToken)
    {
        using Process process = Start(path, ["--version"]);
        using CancellationTokenRegistration stop = cancellationToken.Register(() => End(process));
        process.StandardInput.Close();
        Task errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        string text = (await process.StandardOutput.ReadToEndAsync(CancellationToken.None).ConfigureAwait(false)).Trim();
        await errors.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        string[] parts = text.TrimStart('v').Split('.');
        if (!text.StartsWith('v')
            || parts.Length < 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int minor))
        {
            throw new ScriptException(ScriptFailure.Unavailable, $"'{path}' is not Node.js: it does not tell its version. Set JavaScriptOptions.NodePath.");
        }

        return major >= LeastMajor
            ? new NodeProgram(path, major, minor)
            : throw new ScriptException(ScriptFailure.Unavailable, $"Scripts need Node.js {LeastMajor} or later; '{path}' is {major}.{minor}.");
    }

    /// <summary>Starts a program of JavaScript that may read and write its pipes and start a thread.</summary>
    public Process Run(string program) =>
        Start(_path, [PermissionFlag, "--allow-worker", "--no-warnings", "--max-old-space-size=256", "--eval", program]);

    /// <summary>Ends a process that may have ended itself.</summary>
    public static void End(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended already.
        }
    }

    private static Process Start(string path, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(path, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };

        // Variables of this process may be secrets, and some of them change what Node.js does.
        string? systemRoot = OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("SystemRoot") : null;
        start.Environment.Clear();
        if (systemRoot is not null)
        {
            start.Environment["SystemRoot"] = systemRoot;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ScriptException(
                ScriptFailure.Unavailable,
                $"Scripts need Node.js {LeastMajor} or later, and '{path}' could not be started. Install it, or set JavaScriptOptions.NodePath.",
                e);
        }
    }
}
