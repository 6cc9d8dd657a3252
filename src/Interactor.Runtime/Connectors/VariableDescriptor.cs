namespace Interactor.Runtime;

/// <summary>A value that the users of a connector provide.</summary>
public sealed class VariableDescriptor(string name)
{
    /// <summary>The name by which expressions read it.</summary>
    public string Name { get; } = name;

    /// <summary>The name for people; null where <see cref="Name"/> says enough.</summary>
    public string? Title { get; init; }

    /// <summary>Whose value it is.</summary>
    public VariableScope Scope { get; init; }

    /// <summary>Whether the value is a secret: never shown, and sent only to hosts of the egress list.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the connector does not work without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What its text means.</summary>
    public VariableType Type { get; init; }

    /// <summary>The regular expression that a value has to match in whole; null for any.</summary>
    public string? Pattern { get; init; }

    /// <summary>The values to choose from; empty for any.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The value where none is given.</summary>
    public string? Default { get; init; }

    /// <summary>The ids of the security methods for which it is asked; empty for all of them.</summary>
    public IReadOnlyList<string> AskFor { get; init; } = [];

    /// <summary>The place in the connector's guide that explains where to find the value.</summary>
    public string? Guide { get; init; }

    /// <summary>Whether some texts are no values of it.</summary>
    internal bool IsConstrained => Pattern is not null || Allowed.Count > 0 || Type != VariableType.Text;

    /// <summary>Whether connecting by a method involves the variable.</summary>
    internal bool IsAskedFor(string method) => AskFor.Count == 0 || AskFor.Contains(method);
}
