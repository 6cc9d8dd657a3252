using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Interactor.Generators.Tests.Driver;

/// <summary>An additional file that stands in memory.</summary>
/// <param name="kind">The item's metadata <c>InteractorKind</c>.</param>
/// <param name="ns">The item's metadata <c>InteractorNamespace</c>.</param>
internal sealed class MemoryText(string path, SourceText text, string kind = "Connector", string ns = "") : AdditionalText
{
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal) { ["Kind"] = kind, ["Namespace"] = ns };

    public MemoryText(string path, string text, string kind = "Connector", string ns = "")
        : this(path, SourceText.From(text, Encoding.UTF8), kind, ns)
    {
    }

    public override string Path => path;

    /// <summary>The item's metadata, <c>Interactor</c> left out of the names.</summary>
    public string? Metadata(string name) => _metadata.GetValueOrDefault(name);

    /// <summary>A schema with what the project says about it.</summary>
    public static MemoryText Schema(string path, string json, string ns = "Acme", params (string Name, string Value)[] metadata)
    {
        MemoryText schema = new(path, json, "JsonSchema", ns);
        foreach ((string name, string value) in metadata)
        {
            schema._metadata[name] = value;
        }

        return schema;
    }

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>The same item with another text.</summary>
    public MemoryText Edited(Func<string, string> edit)
    {
        string before = text.ToString();
        string after = edit(before);
        Assert.NotEqual(before, after);
        MemoryText edited = new(path, after, kind, ns);
        foreach ((string name, string value) in _metadata)
        {
            edited._metadata[name] = value;
        }

        return edited;
    }
}
