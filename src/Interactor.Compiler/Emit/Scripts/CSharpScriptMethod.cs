using System.Text.RegularExpressions;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Scripts;

/// <summary>The method that the file of a script in C# has to implement: the other half of what the generated code declares.</summary>
/// <param name="Script">The name in expressions.</param>
/// <param name="FileName">The file, as the definition names it.</param>
/// <param name="Namespace">The namespace of the class.</param>
/// <param name="ClassName">The partial class.</param>
/// <param name="MethodName">The partial method.</param>
/// <param name="ParameterCount">How many parameters it has.</param>
/// <param name="Declaration">The method as its author writes it.</param>
public sealed record CSharpScriptMethod(
    string Script, string FileName, string Namespace, string ClassName, string MethodName, int ParameterCount, string Declaration)
{
    private static readonly Regex Alias = new(@"\b([A-Za-z_]{2})(::|\b)", RegexOptions.CultureInvariant);

    /// <summary>The methods that the scripts of a connector need.</summary>
    public static IEnumerable<CSharpScriptMethod> Of(ConnectorModel connector) =>
        from script in connector.Scripts
        let method = script.Code as CSharpScriptModel
        where method is not null
        select new CSharpScriptMethod(
            script.Name,
            script.FileName,
            connector.Namespace,
            connector.TypePrefix + "Scripts",
            method.Method,
            script.Input is null ? 2 : 3,
            Alias.Replace(Signature(script, method), WithoutAlias));

    /// <summary>The declaration as generated code has it.</summary>
    internal static string Signature(ScriptModel script, CSharpScriptModel method)
    {
        string input = script.Input is { } contract ? $"{CSharpType.Of(contract.Type)} input, " : "";
        return $"public static partial sT::ValueTask<{CSharpType.Of(script.Output.Type)}> {CSharpIdentifier.Escape(method.Method)}({input}{RuntimeNames.ScriptContext} context, sX cancellationToken)";
    }

    // What generated code names by an alias, its author names by a using directive.
    private static string WithoutAlias(Match match)
    {
        string target = SourceAliases.All.FirstOrDefault(a => a.Alias == match.Groups[1].Value).Target;
        return target is null ? match.Value : match.Groups[2].Length > 0 ? "" : target.Substring(target.LastIndexOf('.') + 1);
    }
}
