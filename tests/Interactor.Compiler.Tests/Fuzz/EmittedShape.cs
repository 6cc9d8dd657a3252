using System.Collections.Concurrent;
using Interactor.Compiler.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>The shapes of all files of one connector. Files are named after the definition, so names are not compared.</summary>
internal sealed class EmittedShape
{
    // Most changes leave most files as they are.
    private static readonly ConcurrentDictionary<string, FileShape> Known = new(StringComparer.Ordinal);

    private EmittedShape(IReadOnlyList<FileShape> files) => Files = files;

    public IReadOnlyList<FileShape> Files { get; }

    public IEnumerable<SyntaxTree> Trees => Files.Select(f => f.Tree);

    /// <summary>Reads the files of a connector.</summary>
    /// <param name="keep">The same files will come again.</param>
    public static EmittedShape Of(IEnumerable<GeneratedFile> files, bool keep) => new([.. files.Select(f => OfFile(f, keep))]);

    /// <summary>How the shapes differ; null when they do not.</summary>
    public string? DifferenceFrom(EmittedShape other) => Difference(other, f => f.Kinds);

    /// <summary>How the declarations differ; null when they do not.</summary>
    public string? DeclarationsDifferenceFrom(EmittedShape other) => Difference(other, f => f.Declarations);

    public HashSet<string> Identifiers() => [.. Files.SelectMany(f => f.Identifiers)];

    private static FileShape OfFile(GeneratedFile file, bool keep)
    {
        if (Known.TryGetValue(file.Text, out FileShape? known))
        {
            return known;
        }

        FileShape shape = FileShape.Of(file.Text, file.HintName);
        return keep ? Known.GetOrAdd(file.Text, shape) : shape;
    }

    private string? Difference(EmittedShape other, Func<FileShape, IReadOnlyList<SyntaxKind>> kinds)
    {
        List<FileShape> unmatched = [.. other.Files.Except(Files)];
        List<FileShape> extra = [];
        foreach (FileShape file in Files.Except(other.Files))
        {
            int match = unmatched.FindIndex(o => kinds(o).SequenceEqual(kinds(file)));
            if (match < 0)
            {
                extra.Add(file);
            }
            else
            {
                unmatched.RemoveAt(match);
            }
        }

        return extra.Count + unmatched.Count == 0
            ? null
            : $"{string.Join(", ", extra.Select(f => f.Tree.FilePath))} instead of {string.Join(", ", unmatched.Select(f => f.Tree.FilePath))}";
    }
}
