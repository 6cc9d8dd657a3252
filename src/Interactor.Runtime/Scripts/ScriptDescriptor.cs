using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>A function in JavaScript as data: its text, and what it takes and gives. The compiler writes one for each script of a connector.</summary>
public abstract class ScriptDescriptor
{
    private protected ScriptDescriptor()
    {
    }

    /// <summary>The name, unique in the connector.</summary>
    public required string Name { get; init; }

    /// <summary>The file that it is from.</summary>
    public required string FileName { get; init; }

    /// <summary>The name that the file exports it under.</summary>
    public required string Function { get; init; }

    /// <summary>The text of the file: one module of ECMAScript 2020 or later.</summary>
    public required string Source { get; init; }

    /// <summary>What its argument must match; null for a function that takes none.</summary>
    public JsonSchema? Input { get; init; }
}
