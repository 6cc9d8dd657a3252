using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>One overload of a function.</summary>
/// <param name="Name"><c>size</c>, <c>text.lower</c>; of a function that is a method only, its name behind a dot.</param>
/// <param name="Method">What it calls; null when the converted argument is the answer.</param>
internal sealed record FunctionEntry(string Name, IReadOnlyList<Parameter> Parameters, TypeModel Result, RuntimeMethod? Method)
{
    /// <summary>May be written behind its first argument: <c>name.trim()</c>.</summary>
    public bool IsMethod { get; init; }

    /// <summary>Takes its place as a last argument, to name it when it fails.</summary>
    public bool CanFail { get; init; }

    /// <summary>The answer is not secret, whatever the arguments are.</summary>
    public bool Declassifies { get; init; }

    public int RequiredCount => Parameters.Count(p => !p.IsOptional);

    /// <summary>The name behind a receiver.</summary>
    public string MethodName => Name.Substring(Name.LastIndexOf('.') + 1);
}
