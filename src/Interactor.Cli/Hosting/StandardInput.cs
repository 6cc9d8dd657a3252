using System.IO.Pipelines;

namespace Interactor.Cli.Hosting;

/// <summary>Standard input whose reading can be given up, which the console's own cannot: a process that is told to end must not wait for its client.</summary>
internal static class StandardInput
{
    public static Stream Open()
    {
        Pipe pipe = new();
        _ = Task.Run(() => PumpAsync(Console.OpenStandardInput(), pipe.Writer));
        return pipe.Reader.AsStream();
    }

    private static async Task PumpAsync(Stream input, PipeWriter output)
    {
        try
        {
            await input.CopyToAsync(output).ConfigureAwait(false);
            await output.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            await output.CompleteAsync(e).ConfigureAwait(false);
        }
    }
}
