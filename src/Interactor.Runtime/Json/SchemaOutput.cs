namespace Interactor.Runtime.Json;

/// <summary>How much the output of a validation says (JSON Schema 2020-12 core, section 12.4).</summary>
public enum SchemaOutput
{
    /// <summary>Only whether the document is valid.</summary>
    Flag,

    /// <summary>Every finding, in a flat list.</summary>
    Basic,

    /// <summary>Every finding, in a tree that follows the schema.</summary>
    Detailed,
}
