using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Interactor.Tests;

namespace Interactor.Benchmarks.Schemas.Peers;

/// <summary>The folder of the peers that run in node, with its packages installed.</summary>
internal static class NodePackages
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Benchmarks", "Schemas", "node");

    /// <summary>The program that hosts the peers.</summary>
    public static string Program => Path.Combine(Folder, "peers.mjs");

    /// <summary>Installs the packages that the lock file names, where that has not been done.</summary>
    /// <param name="reason">Why node cannot take part.</param>
    public static bool TryInstall([NotNullWhen(false)] out string? reason)
    {
        reason = null;
        if (!CanStart("node"))
        {
            reason = "node not found";
        }
        else if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            Console.Error.WriteLine("Installing ajv and Blaze (npm ci)…");
            reason = Install();
        }

        return reason is null;
    }

    private static bool CanStart(string program) => Run(program, ["--version"]) is { } run && run.ExitCode == 0;

    private static string? Install() => Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"]) switch
    {
        null => "npm not found",
        { ExitCode: 0 } => null,
        { } run => $"npm ci failed: {run.Errors.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal))}",
    };

    // Null where there is no such program.
    private static (int ExitCode, string Errors)? Run(string program, string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            output.Wait();
            return (process.ExitCode, errors);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
