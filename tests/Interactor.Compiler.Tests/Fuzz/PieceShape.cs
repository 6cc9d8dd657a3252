using System.Globalization;
using System.Text;
using Interactor.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>
/// What a piece of emitted code (a type, or the head of a file) is made of once the texts of its literals and identifiers are left out: two
/// pieces of the same shape differ in data only.
/// </summary>
internal sealed class PieceShape
{
    private static readonly HashSet<string> DocElements = ["summary", "param", "paramref", "c"];

    private PieceShape(string text, SyntaxNode root)
    {
        Text = text;
        StringBuilder kinds = new();
        StringBuilder declarations = new();
        HashSet<string> identifiers = new(StringComparer.Ordinal);
        foreach (SyntaxNodeOrToken part in root.DescendantNodesAndTokensAndSelf())
        {
            char kind = (char)part.Kind();
            kinds.Append(kind);
            if (part.AsNode() is MemberDeclarationSyntax or BaseTypeSyntax or AttributeSyntax or UsingDirectiveSyntax)
            {
                declarations.Append(kind);
            }

            if (part.IsKind(SyntaxKind.IdentifierToken))
            {
                identifiers.Add(part.AsToken().Text);
            }
        }

        Kinds = kinds.ToString();
        Declarations = declarations.ToString();
        Identifiers = identifiers;
    }

    public string Text { get; }

    /// <summary>The kinds of all nodes and tokens in preorder, a character each; comments are looked at by <see cref="Of"/>.</summary>
    public string Kinds { get; }

    /// <summary>The kinds of what declares something.</summary>
    public string Declarations { get; }

    public IReadOnlySet<string> Identifiers { get; }

    /// <summary>Reads a piece, whole by itself, and fails when anything in it is not what an emitter writes.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="path">The file it is from.</param>
    /// <param name="comments">The comments and directives that belong there.</param>
    public static PieceShape Of(string text, string path, string comments = "")
    {
        AssertCharacters(text, path);
        SyntaxTree tree = GeneratedCode.Parse(text, path);
        PieceShape shape = new(text, tree.GetRoot());
        IReadOnlyList<Diagnostic> findings = GeneratedCode.Findings(tree.GetDiagnostics());
        Assert.True(findings.Count == 0, $"{path} does not parse: {string.Join('\n', findings.Take(3))}");
        AssertTrivia(tree, path, comments);
        Assert.All(shape.Identifiers, name => Assert.DoesNotContain('\\', name));
        return shape;
    }

    // A reader must see what the compiler sees, and no tool may end a line where another does not.
    private static void AssertCharacters(string text, string path)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            UnicodeCategory category = isPair ? CharUnicodeInfo.GetUnicodeCategory(text, i) : char.GetUnicodeCategory(c);
            bool isBad = c != '\n' && category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
            bool isIndentation = c == '\t' && (i == 0 || text[i - 1] is '\n' or '\t');
            Assert.False(isBad && c != '\n' && !isIndentation, $"{path} holds U+{(int)c:X4} as it is.");
            i += isPair ? 1 : 0;
        }
    }

    // The only comments, directives and pieces of documentation are those that emitters write.
    private static void AssertTrivia(SyntaxTree tree, string path, string comments)
    {
        StringBuilder plain = new();
        foreach (SyntaxTrivia trivia in tree.GetRoot().DescendantTrivia())
        {
            switch (trivia.Kind())
            {
                case SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia:
                    break;
                case SyntaxKind.SingleLineDocumentationCommentTrivia:
                    AssertDocumentation(trivia.GetStructure()!, path);
                    break;
                default:
                    plain.Append(trivia.ToFullString().TrimEnd('\n')).Append('\n');
                    break;
            }
        }

        Assert.True(plain.ToString() == comments, $"{path} has comments or directives of its own:\n{plain}");
    }

    private static void AssertDocumentation(SyntaxNode comment, string path)
    {
        foreach (SyntaxNode node in comment.DescendantNodes())
        {
            string? element = node switch
            {
                XmlElementStartTagSyntax start => start.Name.ToString(),
                XmlEmptyElementSyntax empty => empty.Name.ToString(),
                XmlCommentSyntax or XmlCDataSectionSyntax or XmlProcessingInstructionSyntax or CrefSyntax => node.Kind().ToString(),
                _ => null,
            };
            Assert.True(element is null || DocElements.Contains(element), $"{path} has <{element}> in its documentation.");
        }
    }
}
