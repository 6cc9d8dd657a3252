using System.Runtime.InteropServices;
using System.Text;
using Interactor.Cli.Hosting;

namespace Interactor.Cli;

/// <summary>The console of this process, with Ctrl-C and termination as cancellation.</summary>
internal sealed class ProcessHost : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _signals;

    public ProcessHost()
    {
        // Definitions and outputs hold any language, whatever the terminal's code page is.
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        Host = new CommandHost
        {
            In = new StreamReader(Console.OpenStandardInput(), utf8),
            Out = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true },
            Error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true },
            OpenStreams = static () => (StandardInput.Open(), Console.OpenStandardOutput()),
            AskSecret = Console.IsInputRedirected || Console.IsErrorRedirected ? null : AskSecret,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Variable = static name => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null,
        };
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, ExitCode.Cancelled)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, ExitCode.Terminated)),
        ];
    }

    public CommandHost Host { get; }

    public CancellationToken Cancellation => _source.Token;

    /// <summary>The exit code of the signal that ended the work; null where none did.</summary>
    public int? SignalCode { get; private set; }

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _signals)
        {
            signal.Dispose();
        }

        _source.Dispose();
    }

    private static string AskSecret(string question)
    {
        Console.Error.Write(question);
        StringBuilder answer = new();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                answer.Length = Math.Max(0, answer.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                answer.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return answer.ToString();
    }

    // The second signal ends the process at once, should the first not get through.
    private void Stop(PosixSignalContext context, int code)
    {
        context.Cancel = SignalCode is null;
        SignalCode = code;
        _source.Cancel();
    }
}
