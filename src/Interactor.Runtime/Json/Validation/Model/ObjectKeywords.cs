using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>The keywords for objects (core, section 10.3.2; validation, section 6.5).</summary>
internal sealed class ObjectKeywords
{
    public required Dictionary<string, SchemaModel> Properties { get; init; }

    public PatternProperty[] PatternProperties { get; init; } = [];

    public SchemaModel? AdditionalProperties { get; init; }

    public SchemaModel? PropertyNames { get; init; }

    public SchemaModel? UnevaluatedProperties { get; init; }

    public string[] Required { get; init; } = [];

    public required Dictionary<string, string[]> DependentRequired { get; init; }

    public required Dictionary<string, SchemaModel> DependentSchemas { get; init; }

    public int MinProperties { get; init; }

    /// <summary><see cref="int.MaxValue"/> where it is absent.</summary>
    public int MaxProperties { get; init; } = int.MaxValue;
}

/// <summary>One entry of <c>patternProperties</c>.</summary>
internal sealed record PatternProperty(string Text, TextPattern Pattern, SchemaModel Schema);
