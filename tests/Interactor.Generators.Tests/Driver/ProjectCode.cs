using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Interactor.Generators.Tests.Driver;

/// <summary>The C# project that generated code is compiled into: nullable, documented, every warning on.</summary>
internal static class ProjectCode
{
    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private const string OwnCode = "internal static class OwnCode { public const int Answer = 42; }";

    // What the SDK imports, so that a name of the definition may collide with any of them.
    private const string GlobalUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Text.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // The runtime warns where framework and packages were built against different versions of one assembly; the SDK hides it.
    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithWarningLevel(9999)
        .WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    private static readonly MetadataReference[] References = FindReferences();

    public static CSharpCompilation Compilation { get; } =
        CSharpCompilation.Create("Generated", [Parse(OwnCode, "OwnCode.cs")], References, Options);

    /// <summary>The project after an edit that has nothing to do with connectors.</summary>
    public static CSharpCompilation AfterUnrelatedEdit { get; } =
        Compilation.AddSyntaxTrees(Parse("internal static class MoreOfMyOwn;", "MoreOfMyOwn.cs"));

    public static SyntaxTree Usings { get; } = Parse(GlobalUsings, "GlobalUsings.cs");

    public static SyntaxTree Parse(string code, string path) => CSharpSyntaxTree.ParseText(code, ParseOptions, path);

    private static MetadataReference[] FindReferences()
    {
        string[] foreign = ["Interactor.Generators", "Interactor.Compiler", "YamlDotNet", "Microsoft.CodeAnalysis", "xunit", "Microsoft.Test"];
        string trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return [.. trusted
            .Split(Path.PathSeparator)
            .Where(path => !foreign.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)))
            .Select(path => MetadataReference.CreateFromFile(path))];
    }
}
