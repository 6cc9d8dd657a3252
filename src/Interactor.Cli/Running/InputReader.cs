using System.Text;
using System.Text.Json;

namespace Interactor.Cli.Running;

/// <summary>Reads the input of an action from where the command line says.</summary>
internal static class InputReader
{
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(CommandHost host, string? given, CancellationToken cancellation)
    {
        byte[] utf8 = given switch
        {
            null => [],
            "-" => Encoding.UTF8.GetBytes(await host.In.ReadToEndAsync(cancellation).ConfigureAwait(false)),
            ['@', .. var file] => await ReadFileAsync(file, cancellation).ConfigureAwait(false),
            _ => Encoding.UTF8.GetBytes(given),
        };
        ReadOnlyMemory<byte> text = utf8.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? utf8.AsMemory(Encoding.UTF8.Preamble.Length) : utf8;
        if (given is not null)
        {
            Check(text);
        }

        return text;
    }

    private static async Task<byte[]> ReadFileAsync(string file, CancellationToken cancellation)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException || file.Length == 0)
        {
            throw new CommandException($"There is no file '{file}' with the input.", ExitCode.Usage);
        }
    }

    // The schema says what the input must be; what is no JSON at all is said here, with its place.
    private static void Check(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
        }
        catch (JsonException e)
        {
            string place = e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine + 1})" : "";
            throw new CommandException($"The input is not JSON{place}. A shell may have taken quotes away; try --input @file.");
        }
    }
}
