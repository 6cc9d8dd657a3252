using Interactor.Compiler.Text;
using Interactor.Import.Findings;

namespace Interactor.Import.Documents;

/// <summary>The document and the files that it refers to, each read once.</summary>
internal sealed class DocumentSet(DocumentSource source, FindingLog log)
{
    private readonly Dictionary<string, ImportDocument?> _documents = new(StringComparer.Ordinal);
    private readonly string _folder = source.Path.Contains('/') ? source.Path[..(source.Path.LastIndexOf('/') + 1)] : "";

    /// <summary>The document itself; null, and reported, when it cannot be read.</summary>
    public ImportDocument? Main { get; private set; }

    public ImportDocument? ReadMain()
    {
        string name = source.Path[_folder.Length..];
        Main = DocumentReader.Read(name, new SourceFile(source.Path, source.Text), log);
        _documents[name] = Main;
        return Main;
    }

    /// <summary>A file by a relative reference; null when it is outside of the folder, not there, or cannot be read.</summary>
    public ImportDocument? Open(ImportDocument from, string reference)
    {
        if (Combine(from.Name, Uri.UnescapeDataString(reference)) is not { } name)
        {
            return null;
        }

        if (!_documents.TryGetValue(name, out ImportDocument? document))
        {
            string? text = source.ReadSibling?.Invoke(name);
            document = text is null ? null : DocumentReader.Read(name, new SourceFile(_folder + name, text), log);
            _documents.Add(name, document);
        }

        return document;
    }

    /// <summary>Why a file cannot be opened, and what to do; null where it can.</summary>
    public string? WhyNot(ImportDocument from, string reference) =>
        Open(from, reference) is not null ? null
        : reference.Contains(':') ? "it leads to another place than the document's folder, and nothing is fetched; put the file beside the document"
        : Combine(from.Name, Uri.UnescapeDataString(reference)) is not { } name ? "it leads out of the document's folder; put the file beside the document or below"
        : source.ReadSibling?.Invoke(name) is null ? $"there is no file '{name}' in the document's folder, or it is a link; put the file there"
        : $"the file '{name}' cannot be read as a document; mend it";

    private static string? Combine(string from, string reference)
    {
        if (reference.Contains(':') || reference.StartsWith('/') || reference.Contains('\\') || reference.Contains('\0'))
        {
            return null;
        }

        List<string> parts = [.. from.Split('/').SkipLast(1)];
        foreach (string part in reference.Split('/'))
        {
            if (part == ".." && parts.Count == 0)
            {
                return null;
            }

            if (part == "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }
}
