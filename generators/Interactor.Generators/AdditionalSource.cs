using Interactor.Compiler.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Encoding = System.Text.Encoding;

namespace Interactor.Generators;

/// <summary>Reads additional files as the compiler takes them.</summary>
internal static class AdditionalSource
{
    /// <summary>The file with its text; null where it cannot be read, which the C# compiler reports itself.</summary>
    public static SourceFile? Read(AdditionalText file, CancellationToken cancellation) =>
        file.GetText(cancellation) is { } text ? new SourceFile(Slashed(file.Path), Decode(text)) : null;

    public static string Slashed(string path) => path.Replace(Path.DirectorySeparatorChar, '/');

    // The C# compiler reads a file that is not UTF-8 in the machine's old code page. Taken back to bytes, what is no
    // UTF-8 becomes U+FFFD, which the compiler refuses on every machine alike.
    private static string Decode(SourceText text) =>
        text.Encoding is { IsSingleByte: true } encoding
            ? Encoding.UTF8.GetString(encoding.GetBytes(text.ToString()))
            : text.ToString();
}
