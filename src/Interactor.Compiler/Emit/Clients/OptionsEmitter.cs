using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Clients;

/// <summary>Writes the options of a connector: a property for each variable.</summary>
internal static class OptionsEmitter
{
    public static string Emit(ConnectorModel connector)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        code.Line($"/// <summary>The settings of {XmlDocText.Encode(connector.Name)}: its variables beside what every connector has.</summary>");
        code.Open($"public sealed class {CSharpIdentifier.Escape(connector.TypePrefix + "Options")} : {RuntimeNames.ConnectorOptions}");
        string separator = "";
        foreach (VariableModel variable in connector.Variables)
        {
            if (separator.Length > 0)
            {
                code.Line();
            }

            separator = "\n";
            string key = CSharpLiteral.String(variable.Name);
            SourceHeader.Summary(code, variable.Summary ?? variable.Title);
            code.Open($"public string? {CSharpIdentifier.Escape(variable.CSharpName)}");
            code.Line($"get => Values.TryGetValue({key}, out string? value) ? value : null;");
            code.Open("set");
            code.Lines(
                $$"""
                if (value is null)
                {
                    Values.Remove({{key}});
                }
                else
                {
                    Values[{{key}}] = value;
                }
                """);
            code.Close();
            code.Close();
        }

        code.Close();
        return code.ToString();
    }
}
