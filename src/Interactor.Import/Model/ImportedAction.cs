namespace Interactor.Import.Model;

/// <summary>One thing that the connector does: one request.</summary>
public sealed record ImportedAction
{
    /// <summary>Dotted, unique in the connector.</summary>
    public required string Id { get; init; }

    public string Version { get; init; } = "1.0.0";

    /// <summary>The name for people, in one line.</summary>
    public required string Name { get; init; }

    public string? Summary { get; init; }

    public required ActionEffect Effect { get; init; }

    /// <summary>Null: what the effect implies.</summary>
    public bool? IsIdempotent { get; init; }

    public bool IsDeprecated { get; init; }

    /// <summary>The security methods that it accepts, in order of preference; null for all of the connector.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<ImportedProperty> Input { get; init; } = [];

    public required ImportedRequest Request { get; init; }

    public IReadOnlyList<ImportedResponse> Responses { get; init; } = [];

    /// <summary>Further keys of an action: <c>output</c>, <c>map</c>, <c>paginate</c>, <c>errors</c>…</summary>
    public DefinitionValue.Mapping Settings { get; init; } = DefinitionValue.Mapping.Empty;

    /// <summary>Where it comes from, for overlays and reports.</summary>
    public required ActionOrigin Origin { get; init; }
}
