using System.Text;
using Interactor.Compiler.Syntax;

namespace Interactor.Import.Documents;

/// <summary>A document to import, and the files beside it that it may refer to.</summary>
/// <param name="Path">Its path, as messages show it.</param>
/// <param name="Text">Its decoded text.</param>
/// <param name="ReadSibling">
/// The text of a file below the document's folder by its path from there, with forward slashes; null where there is none that may be
/// read. Without it no other file is ever read. Nothing is ever fetched.
/// </param>
public sealed record DocumentSource(string Path, string Text, Func<string, string?>? ReadSibling = null)
{
    /// <summary>Reads a file; files in its folder and below it may be referred to.</summary>
    /// <exception cref="IOException">The file cannot be read, or is larger than a document may be.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static DocumentSource FromFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (new FileInfo(path).Length > ReadOptions.Document.JsonCharacters * 4L)
        {
            throw new IOException($"'{path}' is larger than a document may be.");
        }

        DocumentFolder folder = new(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        return new DocumentSource(path.Replace('\\', '/'), ReadText(path), folder.Read);
    }

    // Nearly every document is UTF-8 without a mark, which is decoded in one piece; a mark says what another one is.
    private static string ReadText(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return bytes is [0xEF or 0xFE or 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..] ? File.ReadAllText(path) : Encoding.UTF8.GetString(bytes);
    }
}
