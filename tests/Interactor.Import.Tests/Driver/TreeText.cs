using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Import.Tests.Driver;

/// <summary>The content of definition text, in a form that does not depend on how it is written.</summary>
internal static class TreeText
{
    // Kept for people only.
    private static readonly string[] Remarks = ["example", "examples", "externalDocs", "xml", "guide"];

    public static SyntaxNode Read(string path, string text)
    {
        DiagnosticBag diagnostics = new();
        SyntaxNode? root = DefinitionReader.Read(new SourceFile(path, text), diagnostics);
        Assert.Empty(diagnostics.ToSorted());
        return root!;
    }

    public static string Of(SyntaxNode node)
    {
        StringBuilder text = new();
        Write(text, node);
        return text.ToString();
    }

    /// <summary>All keys and texts.</summary>
    public static IEnumerable<string> TextsOf(SyntaxNode node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(e => TextsOf(e.Value).Prepend(e.Key.Text)),
        SequenceNode sequence => sequence.Items.SelectMany(TextsOf),
        ScalarNode scalar => [scalar.Text],
        _ => [],
    };

    private static void Write(StringBuilder text, SyntaxNode node)
    {
        switch (node)
        {
            case MappingNode mapping:
                text.Append('{');
                foreach (MappingEntry entry in mapping.Entries.Where(e => !Remarks.Contains(e.Key.Text)))
                {
                    text.Append(entry.Key.Text).Append(" = ");
                    Write(text, entry.Value);
                    text.Append(";\n");
                }

                text.Append('}');
                break;
            case SequenceNode sequence:
                text.Append('[');
                foreach (SyntaxNode item in sequence.Items)
                {
                    Write(text, item);
                    text.Append(",\n");
                }

                text.Append(']');
                break;
            case ScalarNode scalar:
                text.Append(scalar.Kind).Append(' ').Append(scalar.Text);
                break;
        }
    }
}
