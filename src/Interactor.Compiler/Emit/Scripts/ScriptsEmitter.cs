using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Scripts;

/// <summary>
/// Writes the scripts of a connector. The text of JavaScript is a literal and never code; a script in C# is a partial method, which the script's own file implements.
/// </summary>
internal static class ScriptsEmitter
{
    public static string NameOf(ConnectorModel connector) => CSharpIdentifier.Escape(connector.TypePrefix + "Scripts");

    public static string Emit(ConnectorModel connector)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        bool isPartial = connector.Scripts.Any(s => s.Code is CSharpScriptModel);
        code.Line("/// <summary>The functions that expressions call.</summary>");
        code.Open($"internal static {(isPartial ? "partial " : "")}class {NameOf(connector)}");
        string[] sources = [.. connector.Scripts.Select(s => s.Code).OfType<JavaScriptModel>().Select(s => s.Source).Distinct(StringComparer.Ordinal)];
        foreach (ScriptModel script in connector.Scripts)
        {
            EmitScript(code, script, sources);
        }

        // Several scripts may be functions of one file.
        for (int i = 0; i < sources.Length; i++)
        {
            code.Line($"private const string Source{i + 1} = {CSharpLiteral.String(sources[i])};");
        }

        code.Close();
        return code.ToString();
    }

    private static void EmitScript(CodeWriter code, ScriptModel script, string[] sources)
    {
        string type = $"{RuntimeNames.ScriptDescriptor}<{CSharpType.Of(script.Output.Type)}>";
        code.Open($"public static {type} {CSharpIdentifier.Escape(script.Member)} {{ get; }} = new()");
        code.Line($"Name = {CSharpLiteral.String(script.Name)},");
        code.Line($"FileName = {CSharpLiteral.String(script.FileName)},");
        code.Line($"Code = {RuntimeNames.ScriptCode}.{Code(script, sources)},");
        if (script.Input is { } input)
        {
            code.Line($"Input = {JsonCode.Contract(input)}.Schema,");
        }

        code.Line($"Output = {JsonCode.Contract(script.Output)},");
        code.Close("};");
        code.Line();
        if (script.Code is CSharpScriptModel method)
        {
            code.Line($"/// <summary>The script '{XmlDocText.Encode(script.Name)}', which {XmlDocText.Encode(script.FileName)} implements.</summary>");
            code.Line(CSharpScriptMethod.Signature(script, method) + ";");
            code.Line();
        }
    }

    private static string Code(ScriptModel script, string[] sources) => script.Code switch
    {
        JavaScriptModel { Function: var function, Source: var source } =>
            $"JavaScript(Source{Array.IndexOf(sources, source) + 1}, {CSharpLiteral.String(function)})",
        CSharpScriptModel { Method: var method } =>
            $"CSharp({(script.Input is { } input ? JsonCode.Contract(input) + ", " : "")}{JsonCode.Contract(script.Output)}, {CSharpIdentifier.Escape(method)})",
        _ => throw new NotSupportedException(script.Code.GetType().Name),
    };
}
