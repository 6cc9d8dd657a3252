using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes the class that carries what the steps of an action have found so far.</summary>
internal static class FrameEmitter
{
    // The underscore keeps these names apart from those of datatypes, which never have one there.
    public static string NameOf(ActionModel action) => CSharpIdentifier.Escape(action.ClassName + "_Frame");

    /// <summary>The type of a step's result in the frame.</summary>
    public static string ResultType(ActionModel action, StepModel step)
    {
        string response = $"{RuntimeNames.ResponseValue}<{CSharpType.Of(step.Response.Body.Type)}>";
        if (step.ForEach is not null)
        {
            return $"sG::IReadOnlyList<{response}>";
        }

        return step.Set.Count > 0 ? ResultClass(action, step) : response;
    }

    public static string ResultClass(ActionModel action, StepModel step) => CSharpIdentifier.Escape($"{action.ClassName}_{step.CSharpName}Result");

    public static void Emit(CodeWriter code, ActionModel action, StepsBody steps)
    {
        string input = CSharpIdentifier.Escape(action.Input.Name);
        code.Line("/// <summary>What the steps have found so far.</summary>");
        code.Open($"internal sealed class {NameOf(action)}({input} input)");
        code.Line($"public {input} Input {{ get; }} = input;");
        foreach (StepModel step in steps.Steps)
        {
            code.Line();
            string type = ResultType(action, step);
            code.Line(step.When is null
                ? $"public {type} {CSharpIdentifier.Escape(step.CSharpName)} {{ get; set; }} = null!;"
                : $"public {type}? {CSharpIdentifier.Escape(step.CSharpName)} {{ get; set; }}");
        }

        code.Close();
        foreach (StepModel step in steps.Steps.Where(s => s.Set.Count > 0))
        {
            code.Line();
            EmitResult(code, action, step);
        }
    }

    private static void EmitResult(CodeWriter code, ActionModel action, StepModel step)
    {
        string response = $"{RuntimeNames.ResponseValue}<{CSharpType.Of(step.Response.Body.Type)}>";
        IEnumerable<string> parameters = step.Set.Select((value, i) => $"{CSharpType.Of(value.Value.Type)} value{i}");
        code.Line("/// <summary>A response and the values kept from it.</summary>");
        code.Open($"internal sealed class {ResultClass(action, step)}({response} response, {string.Join(", ", parameters)})");
        code.Line($"public {response} Response {{ get; }} = response;");
        for (int i = 0; i < step.Set.Count; i++)
        {
            code.Line();
            code.Line($"public {CSharpType.Of(step.Set[i].Value.Type)} {CSharpIdentifier.Escape(step.Set[i].CSharpName)} {{ get; }} = value{i};");
        }

        code.Close();
    }
}
