using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Scripts;

/// <summary>Writes the scripts of a connector as data: the text of a file is a literal and never code.</summary>
internal static class ScriptsEmitter
{
    public static string NameOf(ConnectorModel connector) => CSharpIdentifier.Escape(connector.TypePrefix + "Scripts");

    public static string Emit(ConnectorModel connector)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        code.Line("/// <summary>The functions that expressions call.</summary>");
        code.Open($"internal static class {NameOf(connector)}");
        string[] sources = [.. connector.Scripts.Select(s => s.Source).Distinct(StringComparer.Ordinal)];
        foreach (ScriptModel script in connector.Scripts)
        {
            EmitScript(code, script, $"Source{Array.IndexOf(sources, script.Source) + 1}");
        }

        // Several scripts may be functions of one file.
        for (int i = 0; i < sources.Length; i++)
        {
            code.Line($"private const string Source{i + 1} = {CSharpLiteral.String(sources[i])};");
        }

        code.Close();
        return code.ToString();
    }

    private static void EmitScript(CodeWriter code, ScriptModel script, string source)
    {
        string type = $"{RuntimeNames.ScriptDescriptor}<{CSharpType.Of(script.Output.Type)}>";
        code.Open($"public static {type} {CSharpIdentifier.Escape(script.Member)} {{ get; }} = new()");
        code.Line($"Name = {CSharpLiteral.String(script.Name)},");
        code.Line($"FileName = {CSharpLiteral.String(script.FileName)},");
        code.Line($"Function = {CSharpLiteral.String(script.Function)},");
        code.Line($"Source = {source},");
        if (script.Input is { } input)
        {
            code.Line($"Input = {JsonCode.Contract(input)}.Schema,");
        }

        code.Line($"Output = {JsonCode.Contract(script.Output)},");
        code.Close("};");
        code.Line();
    }
}
