namespace Interactor.Compiler.Model;

/// <summary>A function that expressions call.</summary>
public sealed record ScriptModel
{
    /// <summary>The name in expressions.</summary>
    public required string Name { get; init; }

    /// <summary>The property that describes it.</summary>
    public required string Member { get; init; }

    /// <summary>The file that it is from, as messages show it.</summary>
    public required string FileName { get; init; }

    public required ScriptCodeModel Code { get; init; }

    /// <summary>What it takes; null for nothing.</summary>
    public ContractModel? Input { get; init; }

    public required ContractModel Output { get; init; }
}

/// <summary>What a script is written in.</summary>
public abstract record ScriptCodeModel;

/// <summary>A function in JavaScript, which becomes a part of the connector as data.</summary>
/// <param name="Function">The name that the file exports it under.</param>
/// <param name="Source">The text of the file.</param>
public sealed record JavaScriptModel(string Function, string Source) : ScriptCodeModel;

/// <summary>A method in C#. Its file is compiled beside the generated code, so that its text is no part of the model and an edit of it emits nothing.</summary>
/// <param name="Method">The method that the file implements.</param>
public sealed record CSharpScriptModel(string Method) : ScriptCodeModel;
