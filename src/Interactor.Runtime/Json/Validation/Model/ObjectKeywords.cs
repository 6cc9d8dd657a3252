using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>The keywords for objects (core, section 10.3.2; validation, section 6.5).</summary>
internal sealed class ObjectKeywords
{
    public IReadOnlyDictionary<string, SchemaModel> Properties { get; init; } = new Dictionary<string, SchemaModel>();

    public IReadOnlyList<PatternProperty> PatternProperties { get; init; } = [];

    public SchemaModel? AdditionalProperties { get; init; }

    public SchemaModel? PropertyNames { get; init; }

    public SchemaModel? UnevaluatedProperties { get; init; }

    public IReadOnlyList<string> Required { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> DependentRequired { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, SchemaModel> DependentSchemas { get; init; } = new Dictionary<string, SchemaModel>();

    public int MinProperties { get; init; }

    /// <summary><see cref="int.MaxValue"/> where it is absent.</summary>
    public int MaxProperties { get; init; } = int.MaxValue;
}

/// <summary>One entry of <c>patternProperties</c>.</summary>
internal sealed record PatternProperty(string Text, TextPattern Pattern, SchemaModel Schema);
