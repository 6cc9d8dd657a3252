using Interactor.Compiler.Text;
using Microsoft.CodeAnalysis.Text;
using Encoding = System.Text.Encoding;

namespace Interactor.Generators;

/// <summary>A definition file with its text.</summary>
/// <param name="Namespace">The namespace that the project gives the connector.</param>
internal sealed record DefinitionFile(SourceFile Source, string? Namespace)
{
    /// <summary>Reads the file; null where it cannot be read, which the C# compiler reports itself.</summary>
    public static DefinitionFile? Read(ConnectorItem item, CancellationToken cancellation)
    {
        if (item.Text.GetText(cancellation) is not { } text)
        {
            return null;
        }

        string path = item.Text.Path.Replace(Path.DirectorySeparatorChar, '/');
        return new DefinitionFile(new SourceFile(path, Decode(text)), item.Namespace);
    }

    // The C# compiler reads a file that is not UTF-8 in the machine's old code page. Taken back to bytes, what is no
    // UTF-8 becomes U+FFFD, which the compiler refuses on every machine alike.
    private static string Decode(SourceText text) =>
        text.Encoding is { IsSingleByte: true } encoding
            ? Encoding.UTF8.GetString(encoding.GetBytes(text.ToString()))
            : text.ToString();
}
