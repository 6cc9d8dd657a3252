namespace Interactor.Import.Model;

/// <summary>A parameter of the query, a header or a cookie.</summary>
/// <param name="Name">The name on the wire.</param>
public sealed record ImportedParameter(string Name, DefinitionText Value)
{
    /// <summary>Null for the location's own style.</summary>
    public string? Style { get; init; }

    /// <summary>Null for what the style implies.</summary>
    public bool? Explode { get; init; }

    public bool AllowReserved { get; init; }

    internal bool IsShort => Style is null && Explode is null && !AllowReserved;
}
