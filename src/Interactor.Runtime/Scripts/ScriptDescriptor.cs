using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>A script: its code, and what it takes and gives. The compiler writes one for each script of a connector.</summary>
public abstract class ScriptDescriptor
{
    private protected ScriptDescriptor()
    {
    }

    /// <summary>The name, unique in the connector.</summary>
    public required string Name { get; init; }

    /// <summary>The file that it is from.</summary>
    public required string FileName { get; init; }

    /// <summary>The code.</summary>
    public required ScriptCode Code { get; init; }

    /// <summary>What its argument must match; null for a script that takes none.</summary>
    public JsonSchema? Input { get; init; }
}
