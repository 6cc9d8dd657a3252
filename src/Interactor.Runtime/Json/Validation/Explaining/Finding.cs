namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>A schema or keyword that a value does not match, with what it consists of: an output unit of core, section 12.3.</summary>
internal sealed class Finding
{
    private readonly List<Finding> _details = [];

    private readonly Instance? _value;

    private readonly KeywordPath? _path;

    private readonly string _keyword = string.Empty;

    private readonly string _location = string.Empty;

    /// <summary>About a schema, or about a keyword of it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">The way to the schema.</param>
    /// <param name="keyword">The keyword; null for the schema itself.</param>
    public Finding(Instance value, KeywordPath path, string? keyword = null)
    {
        _value = value;
        _path = path;
        _keyword = keyword is null ? string.Empty : "/" + keyword;
        Keyword = keyword ?? path.Keyword;
        IsAboutName = value.IsName;
    }

    /// <summary>About something that no schema asks for.</summary>
    /// <param name="location">The JSON Pointer of the value.</param>
    /// <param name="message">What is wrong.</param>
    public Finding(string location, string message)
    {
        _location = location;
        Message = message;
    }

    /// <summary>The JSON Pointer of the value. It and the other locations are put together when they are asked for.</summary>
    public string InstanceLocation => _value?.Pointer ?? _location;

    /// <summary>The evaluation path of the schema or keyword; null where no schema was involved.</summary>
    public string? KeywordLocation => _path is null ? null : _path.Pointer + _keyword;

    /// <summary>Where that was written, as a URI; null where it is not known.</summary>
    public string? AbsoluteKeywordLocation => _path?.Source is { } source ? source + _keyword : null;

    /// <summary>The keyword, or the one that holds the schema.</summary>
    public string? Keyword { get; }

    /// <summary>It is about the name of the member at <see cref="InstanceLocation"/>.</summary>
    public bool IsAboutName { get; }

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
