using System.Globalization;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Scripts;

/// <summary>Writes the calls of scripts that are made before the expressions of a place are worked out.</summary>
internal static class ScriptCallsEmitter
{
    /// <param name="code">Where to write.</param>
    /// <param name="property">The property that takes the calls.</param>
    /// <param name="calls">The calls; nothing is written where there are none.</param>
    /// <param name="parameters">What the expressions of the place reach their roots by.</param>
    public static void Emit(CodeWriter code, string property, EquatableArray<ScriptCallModel> calls, params string[] parameters)
    {
        if (calls.Count == 0)
        {
            return;
        }

        code.Open($"{property} = new({calls.Count}, static ({string.Join(", ", parameters.Prepend("call"))}) => call switch");
        for (int i = 0; i < calls.Count; i++)
        {
            string number = i == calls.Count - 1 ? "_" : i.ToString(CultureInfo.InvariantCulture);
            code.Line($"{number} => {Call(calls[i])},");
        }

        code.Close("}),");
    }

    /// <summary>The call of a script, or null where its condition does not hold.</summary>
    public static string Call(ScriptCallModel call)
    {
        string script = $"{SourceAliases.Own}::{CSharpIdentifier.Escape(call.Script.Class)}.{CSharpIdentifier.Escape(call.Script.Member)}";
        string argument = call.Argument is { } value ? ExpressionEmitter.Emit(value) + ", " : "";
        string made = $"{script}.With({argument}{ExpressionPrinter.Place(call.Place)})";
        return call.When is { } when ? $"{ExpressionEmitter.Emit(when)} ? {made} : null" : made;
    }
}
