using Interactor.Import.Documents;

namespace Interactor.Import.Model;

/// <summary>A member of an input or of a composed object.</summary>
/// <param name="Name">The name on the wire.</param>
public sealed record ImportedProperty(string Name, ImportedSchema Schema, bool IsRequired)
{
    /// <summary>What it is for; the schema's own description where it is null.</summary>
    public string? Description { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The parameter that it was made from.</summary>
    public DocumentPlace? Place { get; init; }

    /// <summary>Further keywords, such as <c>title</c> and <c>values</c>.</summary>
    public DefinitionValue.Mapping Keywords { get; init; } = DefinitionValue.Mapping.Empty;
}
