using System.Text.Json;
using Interactor.Corpus.Running;

namespace Interactor.Corpus.Reporting;

/// <summary>A file with a line of JSON for each document, written as the run goes, so that one that was stopped can go on.</summary>
internal sealed class ReportFile : IDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    private readonly StreamWriter? _writer;

    /// <param name="path">The file; null for none.</param>
    public ReportFile(string? path)
    {
        if (path is null)
        {
            return;
        }

        if (File.Exists(path))
        {
            Known = [.. File.ReadLines(path).Select(Read).OfType<DocumentResult>()];
        }

        // Written anew: the last line of a run that was killed may be half a line.
        _writer = new StreamWriter(path, append: false);
        foreach (DocumentResult known in Known)
        {
            Add(known);
        }
    }

    /// <summary>Those of an earlier run.</summary>
    public IReadOnlyList<DocumentResult> Known { get; } = [];

    public void Add(DocumentResult result)
    {
        _writer?.WriteLine(JsonSerializer.Serialize(result, Options));
        _writer?.Flush();
    }

    public void Dispose() => _writer?.Dispose();

    private static DocumentResult? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<DocumentResult>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
