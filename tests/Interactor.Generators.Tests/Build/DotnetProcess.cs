using System.Diagnostics;

namespace Interactor.Generators.Tests.Build;

/// <summary>Runs the SDK that runs the tests.</summary>
internal static class DotnetProcess
{
    /// <summary>Runs <c>dotnet</c> to its end.</summary>
    /// <returns>Whether it succeeded, and everything it printed.</returns>
    public static async Task<(bool Succeeded, string Output)> RunAsync(string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Messages are compared, and what the test host sets for MSBuild is not meant for this one.
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode == 0, output + await error);
    }
}
