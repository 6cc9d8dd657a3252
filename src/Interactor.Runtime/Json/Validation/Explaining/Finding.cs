namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>A schema or keyword that a value does not match, with what it consists of: an output unit of core, section 12.3.</summary>
internal sealed class Finding
{
    private readonly List<Finding> _details = [];

    /// <summary>The JSON Pointer of the value.</summary>
    public required string InstanceLocation { get; init; }

    /// <summary>The evaluation path of the schema or keyword; null where no schema was involved.</summary>
    public string? KeywordLocation { get; init; }

    /// <summary>Where that was written, as a URI; null where it is not known.</summary>
    public string? AbsoluteKeywordLocation { get; init; }

    /// <summary>The keyword, or the one that holds the schema.</summary>
    public string? Keyword { get; init; }

    /// <summary>It is about the name of the member at <see cref="InstanceLocation"/>.</summary>
    public bool IsAboutName { get; init; }

    /// <summary>The name of a member that is not there and that <see cref="Message"/> is about.</summary>
    public string? Missing { get; init; }

    /// <summary>What the value must do instead, with the value as its subject; null for a schema that consists of others.</summary>
    public string? Message { get; private set; }

    /// <summary>The findings that this one consists of.</summary>
    public IReadOnlyList<Finding> Details => _details;

    /// <summary>Says what is wrong, in plain words that come from the schema and never from the document.</summary>
    public Finding Say(string message)
    {
        Message = IsAboutName ? $"has a name that {message}" : message;
        return this;
    }

    public void Add(Finding detail) => _details.Add(detail);
}
