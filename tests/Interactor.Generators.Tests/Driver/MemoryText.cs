using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Interactor.Generators.Tests.Driver;

/// <summary>An additional file that stands in memory.</summary>
/// <param name="kind">The item's metadata <c>InteractorKind</c>.</param>
/// <param name="ns">The item's metadata <c>InteractorNamespace</c>.</param>
internal sealed class MemoryText(string path, SourceText text, string kind = "Connector", string ns = "") : AdditionalText
{
    public MemoryText(string path, string text, string kind = "Connector", string ns = "")
        : this(path, SourceText.From(text, Encoding.UTF8), kind, ns)
    {
    }

    public override string Path => path;

    public string Kind => kind;

    public string Namespace => ns;

    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>The same item with another text.</summary>
    public MemoryText Edited(Func<string, string> edit)
    {
        string before = text.ToString();
        string after = edit(before);
        Assert.NotEqual(before, after);
        return new MemoryText(path, after, kind, ns);
    }
}
