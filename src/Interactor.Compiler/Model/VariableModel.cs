namespace Interactor.Compiler.Model;

/// <summary>A value that the connector's users provide.</summary>
public sealed record VariableModel
{
    public required string Name { get; init; }

    /// <summary>The property of the generated options.</summary>
    public required string CSharpName { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public required VariableScope Scope { get; init; }

    public required VariableKind Kind { get; init; }

    public bool IsSecret { get; init; }

    public bool IsRequired { get; init; }

    public string? Pattern { get; init; }

    public string? Default { get; init; }

    public EquatableArray<string> Allowed { get; init; }

    /// <summary>The security methods that ask for it; empty asks always.</summary>
    public EquatableArray<string> AskFor { get; init; }

    public string? Guide { get; init; }
}

/// <summary>Who provides a variable: the operator once per environment, or each account when it is connected.</summary>
public enum VariableScope
{
    App,
    Account,
}

public enum VariableKind
{
    Text,
    Integer,
    Number,
    Boolean,
}
