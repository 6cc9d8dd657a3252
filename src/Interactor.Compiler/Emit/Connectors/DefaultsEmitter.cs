using Interactor.Compiler.Emit.Actions;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Connectors;

/// <summary>Writes what the actions of a connector share, once.</summary>
internal static class DefaultsEmitter
{
    public static string NameOf(ConnectorModel connector) => CSharpIdentifier.Escape(connector.TypePrefix + "Defaults");

    public static bool HasDefaults(ConnectorModel connector) => connector.DefaultRetry is not null || connector.DefaultErrors.Count > 0;

    public static string Emit(ConnectorModel connector)
    {
        CodeWriter code = SourceHeader.Begin(connector);
        code.Line("/// <summary>What actions use that say nothing else.</summary>");
        code.Open($"internal static class {NameOf(connector)}");
        if (connector.DefaultRetry is { } retry)
        {
            RetryEmitter.Emit(code, $"public static {RuntimeNames.RetryRules} Retry {{ get; }} =", retry, ";");
        }

        if (connector.DefaultErrors.Count > 0)
        {
            string type = $"sG::IReadOnlyList<{RuntimeNames.ErrorRule}>";
            ErrorRuleEmitter.Emit(code, $"public static {type} Errors {{ get; }} =", connector.DefaultErrors, null, ";");
        }

        code.Close();
        return code.ToString();
    }
}
