using System.Text;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;
using Interactor.Import.Overlays;
using Interactor.Import.Writing;

namespace Interactor.Import.Build;

/// <summary>Imports one document into a folder below <c>obj</c>.</summary>
internal static class BuildImport
{
    /// <summary>Lists the files that the document refers to, a path a line; written last, it says that the import is done.</summary>
    public const string InputsFile = "inputs.txt";

    // A document of thousands of operations can have as many defects, and one screen of them is enough to act.
    private const int MostWarnings = 20;

    /// <summary>Returns the exit code.</summary>
    public static int Run(BuildRequest request, TextWriter output, CancellationToken cancellation)
    {
        DocumentSource source = DocumentSource.FromFile(request.Document);
        SortedSet<string> inputs = new(StringComparer.Ordinal);
        ImportResult result = OpenApiImporter.Import(source with { ReadSibling = ReadSibling }, Options(request), cancellation);
        if (request.Overlay is { } overlay)
        {
            result = OverlayFile.Read(overlay).ApplyTo(result, cancellation);
        }

        Report(result, request, output);
        if (result.Connector is not { } connector)
        {
            return 1;
        }

        Write(request.Folder, connector, cancellation);
        File.WriteAllLines(Path.Combine(request.Folder, InputsFile), inputs);
        return 0;

        string? ReadSibling(string name)
        {
            string? text = source.ReadSibling!(name);
            if (text is not null)
            {
                inputs.Add(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(request.Document))!, name)));
            }

            return text;
        }
    }

    private static OpenApiImportOptions Options(BuildRequest request)
    {
        OpenApiImportOptions options = new() { Id = request.Id, Server = request.Server, Include = request.Include, Exclude = request.Exclude, KeepUnusedSchemas = request.KeepUnusedSchemas };
        return request.Owner is { } owner ? options with { Owner = owner } : options;
    }

    private static void Report(ImportResult result, BuildRequest request, TextWriter output)
    {
        bool isFatal = result.Connector is null;
        ImportFinding[] ofItem = [.. result.Findings.Where(f => BuildMessage.IsOfItem(f) && (f.Kind == FindingKind.Error || !isFatal))];
        foreach (ImportFinding finding in ofItem.Take(MostWarnings))
        {
            output.WriteLine(BuildMessage.OfItem(finding, request, isFatal));
        }

        // The document's defects are no reason then, and no news.
        if (isFatal && ofItem.Length > 0)
        {
            return;
        }

        string code = !isFatal ? BuildMessage.Defect : result.OverlayErrors.Count > 0 ? BuildMessage.Overlay : BuildMessage.Unreadable;
        foreach (ImportFinding finding in result.Reasons.Take(MostWarnings))
        {
            output.WriteLine(BuildMessage.Of(finding, code));
        }
    }

    private static void Write(string folder, ImportedConnector connector, CancellationToken cancellation)
    {
        StringBuilder json = new();
        ConnectorFileWriter.Write(connector, json, cancellation);
        Directory.CreateDirectory(folder);
        WriteChanged(Path.Combine(folder, "connector.json"), json.ToString());
        string names = Path.Combine(folder, NamesFileWriter.FileName);
        if (NamesFileWriter.Write(connector) is { } file)
        {
            WriteChanged(names, file.Text);
        }
        else
        {
            File.Delete(names);
        }
    }

    // A file that stays as it is compiles nothing anew.
    private static void WriteChanged(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText(path, text);
        }
    }
}
