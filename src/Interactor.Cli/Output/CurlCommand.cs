using System.Text;
using Interactor.Testing.Sandbox;

namespace Interactor.Cli.Output;

/// <summary>A request as a command of curl for a POSIX shell.</summary>
internal static class CurlCommand
{
    public static string Of(SandboxCall call)
    {
        StringBuilder command = new("curl");
        if (call.Method != "GET")
        {
            command.Append(" -X ").Append(call.Method);
        }

        foreach ((string name, string value) in call.Headers)
        {
            command.Append(" -H ").Append(Quoted($"{name}: {value}"));
        }

        return command.Append(' ').Append(Quoted(call.Url.AbsoluteUri)).ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
