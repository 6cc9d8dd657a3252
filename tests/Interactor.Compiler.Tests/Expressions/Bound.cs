using System.Text.Encodings.Web;
using System.Text.Json;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Syntax;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Tests.Expressions;

/// <summary>A scalar read from YAML and bound.</summary>
internal sealed record Bound(TypedExpression Expression, ScalarNode Scalar, DiagnosticBag Diagnostics)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Errors => string.Join("\n", Diagnostics.ToSorted());

    /// <summary>Binds the value of the key <c>value</c> in YAML text.</summary>
    public static Bound FromYaml(string yaml, ExpressionScope? scope = null)
    {
        DiagnosticBag diagnostics = new();
        MappingNode root = (MappingNode)DefinitionReader.Read(new SourceFile("connector.yaml", yaml), diagnostics)!;
        ScalarNode scalar = (ScalarNode)root.Find("value")!;
        return new Bound(ScalarBinder.Bind(scalar, scope ?? TestTypes.Scope, diagnostics), scalar, diagnostics);
    }

    /// <summary>Binds the text of a scalar.</summary>
    public static Bound FromText(string text) => FromYaml("value: " + JsonSerializer.Serialize(text, Readable));

    /// <summary>Binds any text, what no YAML file can hold included.</summary>
    public static Bound FromScalar(string text)
    {
        DiagnosticBag diagnostics = new();
        SourceFile file = new("connector.yaml", text);
        ScalarNode scalar = new(file, new TextRange(0, text.Length), text, ScalarKind.String, ScalarStyle.Plain);
        return new Bound(ScalarBinder.Bind(scalar, TestTypes.Scope, diagnostics), scalar, diagnostics);
    }

    /// <summary>Binds one expression without the characters around it.</summary>
    public static Bound FromExpression(string expression) => FromText("${" + expression + "}");
}
