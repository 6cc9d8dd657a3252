using System.ComponentModel;
using System.Diagnostics;
using Interactor.Tests;

namespace Interactor.Providers.Tests.Running;

/// <summary>The npm packages of the servers, installed beside them by their lock file where they are not there yet.</summary>
internal static class NodePackages
{
    public static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Providers.Tests", "Servers");

    /// <summary>What npm writes when it has finished.</summary>
    private static readonly string Marker = Path.Combine(Folder, "node_modules", ".package-lock.json");

    private static readonly Lazy<Task<bool>> Installed = new(InstallAsync);

    /// <summary>Whether there is a Node.js and npm could install.</summary>
    public static Task<bool> AreThereAsync() => Installed.Value;

    /// <summary>Skips the test that asks, with the reason. Not for what tests share: a test that cannot have that would fail.</summary>
    public static string Skip()
    {
        Assert.Skip("skipped: not found: Node.js with the npm packages oidc-provider and oauth2-mock-server, which npm ci could not install");
        return "";
    }

    private static async Task<bool> InstallAsync() =>
        await RunAsync("node", ["--version"]) && ((IsCurrent() || await RunAsync(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"])) && IsCurrent());

    private static bool IsCurrent() =>
        File.Exists(Marker) && File.GetLastWriteTimeUtc(Marker) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));

    private static async Task<bool> RunAsync(string program, string[] arguments)
    {
        try
        {
            ProcessStartInfo start = new(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            await Task.WhenAll(output, errors);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
