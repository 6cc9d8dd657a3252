namespace Interactor.Import.Model;

/// <summary>A value that users of the connector provide.</summary>
/// <param name="Name">A word: letters, digits and <c>_</c>.</param>
public sealed record ImportedVariable(string Name)
{
    /// <summary>The name for people.</summary>
    public string? Title { get; init; }

    public string? Summary { get; init; }

    /// <summary><c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";

    /// <summary>Set once for all accounts, rather than with each.</summary>
    public bool IsOfApp { get; init; }

    public bool IsSecret { get; init; }

    /// <summary>Null: required where there is no default.</summary>
    public bool? IsRequired { get; init; }

    public string? Default { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The security methods that need it; none for all.</summary>
    public IReadOnlyList<string> AskFor { get; init; } = [];

    /// <summary>The heading in the guide.</summary>
    public string? Guide { get; init; }
}
