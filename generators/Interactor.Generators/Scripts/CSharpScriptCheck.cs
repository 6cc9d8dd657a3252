using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;

namespace Interactor.Generators.Scripts;

/// <summary>
/// Looks whether the files of scripts in C# have the methods that the generated code declares, and says in the file what is missing; the C# compiler
/// would say it in generated code. Only the text is looked at: whether the types are right is the C# compiler's to say, which says that in the file too.
/// </summary>
internal static class CSharpScriptCheck
{
    // Declarations are the same in every version.
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview);

    /// <summary>What is wrong with the scripts of a connector.</summary>
    public static EquatableArray<Diagnostic> Of(ConnectorModel model, ConnectorSources sources, CancellationToken cancellation)
    {
        DiagnosticBag diagnostics = new();
        foreach (IGrouping<string, CSharpScriptMethod> file in CSharpScriptMethod.Of(model).GroupBy(m => m.FileName, StringComparer.Ordinal))
        {
            if (FindFile(sources, file.Key) is { } source)
            {
                Check(source, file, diagnostics, cancellation);
            }
        }

        return diagnostics.ToSorted();
    }

    /// <summary>The files of a connector's scripts in C#.</summary>
    public static IEnumerable<SourceFile> FilesOf(ConnectorModel model, ConnectorSources sources) =>
        CSharpScriptMethod.Of(model).Select(m => m.FileName).Distinct(StringComparer.Ordinal).Select(name => FindFile(sources, name)).OfType<SourceFile>();

    /// <summary>The namespace in which a file declares a class of that name; null where it declares none.</summary>
    public static string? NamespaceOf(SourceFile file, string className, CancellationToken cancellation) =>
        Parse(file, cancellation).DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(c => c.Identifier.ValueText == className) is { } declared
        && NamespaceOf(declared) is { Length: > 0 } name ? name : null;

    private static void Check(SourceFile source, IEnumerable<CSharpScriptMethod> wanted, DiagnosticBag diagnostics, CancellationToken cancellation)
    {
        MethodDeclarationSyntax[] declared = [.. Parse(source, cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>()];
        foreach (CSharpScriptMethod method in wanted)
        {
            MethodDeclarationSyntax[] named = [.. declared.Where(d => d.Identifier.ValueText == method.MethodName)];
            if (!Array.Exists(named, d => Implements(d, method)))
            {
                TextRange at = named.Length == 0 ? default : new TextRange(named[0].Identifier.SpanStart, named[0].Identifier.Span.Length);
                diagnostics.Report(
                    ScriptDiagnostics.MissingMethod, source.Locate(at), method.Script, $"partial class '{method.ClassName}' of the namespace '{method.Namespace}'", method.Declaration);
            }
        }
    }

    private static bool Implements(MethodDeclarationSyntax declared, CSharpScriptMethod method) =>
        declared.Modifiers.Any(SyntaxKind.PartialKeyword)
        && (declared.Body is not null || declared.ExpressionBody is not null)
        && declared.ParameterList.Parameters.Count == method.ParameterCount
        && declared.Parent is ClassDeclarationSyntax { Parent: CompilationUnitSyntax or BaseNamespaceDeclarationSyntax } type
        && type.Identifier.ValueText == method.ClassName
        && type.Modifiers.Any(SyntaxKind.PartialKeyword)
        && NamespaceOf(type) == method.Namespace;

    private static string NamespaceOf(ClassDeclarationSyntax type) => string.Join(
        ".",
        type.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().SelectMany(n => n.Name.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText)));

    private static SyntaxNode Parse(SourceFile source, CancellationToken cancellation) =>
        CSharpSyntaxTree.ParseText(source.Text, Parsing, cancellationToken: cancellation).GetRoot(cancellation);

    private static SourceFile? FindFile(ConnectorSources sources, string name)
    {
        string path = sources.Folder.Length == 0 ? name : $"{sources.Folder}/{name}";
        return sources.Files.FirstOrDefault(f => f.Path == path);
    }
}
