using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>The keywords for strings (validation, sections 6.3 and 8).</summary>
internal sealed class StringKeywords
{
    /// <summary>In code points.</summary>
    public int MinLength { get; init; }

    /// <summary>In code points; <see cref="int.MaxValue"/> where it is absent.</summary>
    public int MaxLength { get; init; } = int.MaxValue;

    public TextPattern? Pattern { get; init; }

    /// <summary>The pattern as written.</summary>
    public string? PatternText { get; init; }

    public string? ContentEncoding { get; init; }

    public string? ContentMediaType { get; init; }

    public SchemaModel? ContentSchema { get; init; }
}
