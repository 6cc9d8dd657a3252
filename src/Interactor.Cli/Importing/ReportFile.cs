using System.Text.Encodings.Web;
using System.Text.Json;
using Interactor.Import.Findings;
using Interactor.Import.Owning;

namespace Interactor.Cli.Importing;

/// <summary>Everything that an import found and did, as JSON.</summary>
internal static class ReportFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static void Write(string path, string source, IReadOnlyList<ImportFinding> findings, IReadOnlyList<FolderResult> written)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        using FileStream file = File.Create(path);
        using Utf8JsonWriter json = new(file, Options);
        json.WriteStartObject();
        json.WriteString("source", source.Replace('\\', '/'));
        WriteCounts(json, findings);
        json.WriteStartArray("connectors");
        foreach (FolderResult result in written)
        {
            Write(json, result);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (ImportFinding finding in findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, IReadOnlyList<ImportFinding> findings)
    {
        json.WriteStartObject("counts");
        foreach (FindingKind kind in Enum.GetValues<FindingKind>())
        {
            json.WriteNumber(FindingReport.Word(kind), findings.Count(f => f.Kind == kind));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FolderResult written)
    {
        json.WriteStartObject();
        json.WriteString("address", $"{written.Connector.Owner}/{written.Connector.Id}");
        json.WriteString("folder", written.Folder.Replace('\\', '/'));
        json.WriteNumber("actions", written.Connector.Actions.Count);
        json.WriteNumber("datatypes", written.Connector.Datatypes.Count);
        json.WriteNumber("subscriptions", written.Connector.Subscriptions.Count);
        if (written.Changes is { } changes)
        {
            json.WriteStartObject("changes");
            Write(json, "added", changes.Added);
            Write(json, "changed", changes.Changed);
            Write(json, "removed", changes.Removed);
            json.WriteEndObject();
        }

        FolderPlan plan = written.Plan;
        json.WriteStartObject("files");
        Write(json, "written", plan.Written.Select(f => f.Path));
        Write(json, "deleted", plan.Deleted);
        Write(json, "kept", plan.Kept.Select(f => f.Path));
        Write(json, "edited", plan.Untouched.Select(f => f.Path));
        Write(json, "orphaned", plan.Orphaned);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    // Lines and columns count from 1.
    private static void Write(Utf8JsonWriter json, ImportFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("kind", FindingReport.Word(finding.Kind));
        json.WriteString("rule", finding.Rule);
        json.WriteString("message", finding.Message);
        json.WriteString("file", finding.Location.Path);
        json.WriteNumber("line", finding.Location.Start.Line + 1);
        json.WriteNumber("column", finding.Location.Start.Column + 1);
        json.WriteString("pointer", finding.Pointer);
        json.WriteEndObject();
    }
}
