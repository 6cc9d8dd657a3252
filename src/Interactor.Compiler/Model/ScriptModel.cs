namespace Interactor.Compiler.Model;

/// <summary>A function in JavaScript.</summary>
public sealed record ScriptModel
{
    /// <summary>The name in expressions.</summary>
    public required string Name { get; init; }

    /// <summary>The property that describes it.</summary>
    public required string Member { get; init; }

    /// <summary>The file that it is from, as messages show it.</summary>
    public required string FileName { get; init; }

    /// <summary>The name that the file exports it under.</summary>
    public required string Function { get; init; }

    /// <summary>The text of the file.</summary>
    public required string Source { get; init; }

    /// <summary>What it takes; null for nothing.</summary>
    public ContractModel? Input { get; init; }

    public required ContractModel Output { get; init; }
}
