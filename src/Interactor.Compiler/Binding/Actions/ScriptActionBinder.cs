using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Expressions.Functions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Binds <c>script: scripts.name</c>: the input of the action is what the script takes, and its result is the output.</summary>
internal sealed class ScriptActionBinder(BindingContext context, IScriptTable scripts)
{
    private const string Prefix = FunctionTable.Scripts + ".";

    private static readonly string[] WithoutEffect = ["map", "responses", "paginate", "retry", "errors", "idempotency"];

    /// <param name="place">The script.</param>
    /// <param name="action">The action.</param>
    /// <param name="input">The action's input.</param>
    /// <param name="hasNoOutput">The output is what the script gives.</param>
    /// <param name="output">What the action declares as its output.</param>
    public ActionBody? Bind(ScalarNode place, MappingNode action, NamedTypeModel input, bool hasNoOutput, ref ContractModel output)
    {
        foreach (MappingEntry unused in action.Entries.Where(e => WithoutEffect.Contains(e.Key.Text)))
        {
            context.Report(ActionDiagnostics.NoEffect, unused.Key, unused.Key.Text, "a script sends no request");
        }

        string name = place.Text.StartsWith(Prefix, StringComparison.Ordinal) ? place.Text.Substring(Prefix.Length) : "";
        if (!scripts.Names.Contains(name))
        {
            context.Report(StructureDiagnostics.UnknownName, place, "script", place.Text, Nearest.Hint(place.Text, scripts.Names.Select(n => Prefix + n)));
            return null;
        }

        if (scripts.Find(name) is not { } script)
        {
            return null;
        }

        if (script.Input is { } wanted && !new RecordFit(scripts).Fits(input, wanted))
        {
            context.Report(ActionDiagnostics.TypeMismatch, place, "The script", TypeText.Of(wanted), TypeText.Of(input));
        }

        if (hasNoOutput)
        {
            output = script.OutputContract;
        }
        else if (!new RecordFit(scripts).Fits(script.Output, output.Type))
        {
            context.Report(ActionDiagnostics.TypeMismatch, place, "The output", TypeText.Of(output.Type), TypeText.Of(script.Output));
        }

        RootExpression given = new("input", RuntimeMembers.Input, input, IsSecret: false);
        ExpressionPlace at = PlaceText.OfCaller(place);
        return new ScriptBody(new ScriptCallModel(script.Reference, script.Input is null ? null : Coercion.ToAny(given), When: null, at));
    }
}
