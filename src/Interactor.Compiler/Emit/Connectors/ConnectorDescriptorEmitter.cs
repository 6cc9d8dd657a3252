using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Connectors;

/// <summary>Writes the descriptor of a connector: its settings, security and actions as data.</summary>
internal static class ConnectorDescriptorEmitter
{
    public static string Emit(ConnectorModel connector)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        code.Line($"/// <summary>The connector {XmlDocText.Encode(connector.Owner + "/" + connector.Id)} as data.</summary>");
        code.Open($"public static class {CSharpIdentifier.Escape(connector.TypePrefix + "Connector")}");
        code.Line("/// <summary>What the runtime executes by.</summary>");
        code.Open($"public static {RuntimeNames.ConnectorDescriptor} Descriptor {{ get; }} = new()");
        code.Line($"Owner = {CSharpLiteral.String(connector.Owner)},");
        code.Line($"Id = {CSharpLiteral.String(connector.Id)},");
        code.Line($"Name = {CSharpLiteral.String(connector.Name)},");
        code.Line($"Version = {CSharpLiteral.String(connector.Version)},");
        code.Line($"Summary = {CSharpLiteral.String(connector.Summary)},");
        EmitServers(code, connector.Servers);
        code.Line($"Egress = {ActionEmitter.StringList(connector.Egress)},");
        if (connector.EgressVariables.Count > 0)
        {
            code.Line($"EgressVariables = {ActionEmitter.StringList(connector.EgressVariables)},");
        }

        code.Collection("Variables =", connector.Variables.Select<VariableModel, Action>(v => () => EmitVariable(code, v)), ",");
        code.Collection("Methods =", connector.Methods.Select<SecurityMethodModel, Action>(m => () => SecurityMethodEmitter.Emit(code, m)), ",");
        code.Collection(
            "Actions =",
            connector.Actions.Select<ActionModel, Action>(a => () => code.Line(CSharpIdentifier.Escape(a.ClassName) + ".Descriptor,")),
            ",");
        code.Close("};");
        code.Close();
        return code.ToString();
    }

    public static void EmitServers(CodeWriter code, EquatableArray<ServerModel> servers) =>
        code.Collection(
            "Servers =",
            servers.Select<ServerModel, Action>(s => () => code.Line(
                $"new {RuntimeNames.ServerDescriptor}({CSharpLiteral.String(s.Name)}, static context => {ExpressionEmitter.Emit(s.Url)}),")),
            ",");

    private static void EmitVariable(CodeWriter code, VariableModel variable)
    {
        code.Open($"new {RuntimeNames.VariableDescriptor}({CSharpLiteral.String(variable.Name)})");
        code.Line($"Title = {CSharpLiteral.String(variable.Title)},");
        code.Line($"Scope = {RuntimeNames.VariableScope}.{variable.Scope},");
        code.Line($"Type = {RuntimeNames.VariableType}.{variable.Kind},");
        code.Line($"IsSecret = {CSharpLiteral.Boolean(variable.IsSecret)},");
        code.Line($"IsRequired = {CSharpLiteral.Boolean(variable.IsRequired)},");
        code.Line($"Allowed = {ActionEmitter.StringList(variable.Allowed)},");
        code.Line($"AskFor = {ActionEmitter.StringList(variable.AskFor)},");
        EmitOptional(code, "Pattern", variable.Pattern);
        EmitOptional(code, "Default", variable.Default);
        EmitOptional(code, "Guide", variable.Guide);
        code.Close("},");
    }

    private static void EmitOptional(CodeWriter code, string property, string? text)
    {
        if (text is not null)
        {
            code.Line($"{property} = {CSharpLiteral.String(text)},");
        }
    }
}
