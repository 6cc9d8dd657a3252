namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>The keywords for arrays (core, section 10.3.1; validation, section 6.4).</summary>
internal sealed class ArrayKeywords
{
    public SchemaModel[] PrefixItems { get; init; } = [];

    /// <summary>For the items behind the prefix.</summary>
    public SchemaModel? Items { get; init; }

    public SchemaModel? Contains { get; init; }

    public int MinContains { get; init; } = 1;

    /// <summary><see cref="int.MaxValue"/> where it is absent.</summary>
    public int MaxContains { get; init; } = int.MaxValue;

    /// <summary>An item that <c>contains</c> accepts counts as evaluated (2020-12), or does not (2019-09).</summary>
    public bool ContainsEvaluates { get; init; } = true;

    public SchemaModel? UnevaluatedItems { get; init; }

    public int MinItems { get; init; }

    /// <summary><see cref="int.MaxValue"/> where it is absent.</summary>
    public int MaxItems { get; init; } = int.MaxValue;

    public bool UniqueItems { get; init; }
}
