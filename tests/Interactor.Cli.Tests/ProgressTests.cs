using Interactor.Cli.Output;

namespace Interactor.Cli.Tests;

public sealed class ProgressTests
{
    private const string Erasure = "\r\e[K";

    [Theory]
    [InlineData(true, "Working…\r\e[K")]
    [InlineData(false, "")]
    public async Task What_takes_long_is_said_on_a_terminal_and_taken_away(bool isTerminal, string expected)
    {
        StringWriter error = new();
        CommandHost host = new() { In = TextReader.Null, Out = TextWriter.Null, Error = error, ErrorIsTerminal = isTerminal, Variable = _ => null };
        using (Progress.Start(host, "Working"))
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5), TestContext.Current.CancellationToken);
            for (int i = 0; i < 300 && error.ToString().Length < expected.Length - Erasure.Length; i++)
            {
                // A busy machine runs the timer late.
                await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
            }
        }

        using (Progress.Start(host, "Quick"))
        {
        }

        Assert.Equal(expected, error.ToString());
    }
}
