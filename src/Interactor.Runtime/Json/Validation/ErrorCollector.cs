namespace Interactor.Runtime.Json.Validation;

/// <summary>Findings of one validation, and where in the document and in the schema it stands.</summary>
internal sealed class ErrorCollector
{
    // A short document can break a rule at every byte; nobody reads further, and the memory for it is the sender's to choose.
    private const int Limit = 1000;

    /// <summary>The message of a value that stands where the schema is <c>false</c>.</summary>
    public const string Forbidden = "is not allowed";

    private readonly List<string> _schema = [];

    private readonly List<ErrorDetail> _errors = [];

    public InstancePath Path { get; } = new();

    public int Count => _errors.Count;

    public void EnterSchema(string step) => _schema.Add(step);

    public void LeaveSchema() => _schema.RemoveAt(_schema.Count - 1);

    public void Report(Keyword keyword) => Add(Path.ToString(), keyword.Message, keyword.Name, "/" + keyword.Name);

    /// <summary>A finding about a member that is not there.</summary>
    public void ReportMember(Keyword keyword, string name, string message) =>
        Add($"{Path}/{JsonPointer.Escape(name)}", message, keyword.Name, "/" + keyword.Name);

    /// <summary>A value stands where the schema is <c>false</c>; <paramref name="keyword"/> is the one that holds that schema.</summary>
    public void ReportForbidden(string? keyword) => Add(Path.ToString(), Forbidden, keyword, string.Empty);

    /// <summary>Takes back what was found since <paramref name="count"/>, for the branches of a union.</summary>
    public List<ErrorDetail> TakeFrom(int count)
    {
        List<ErrorDetail> taken = _errors[count..];
        _errors.RemoveRange(count, taken.Count);
        return taken;
    }

    public void AddRange(List<ErrorDetail> errors) => _errors.AddRange(errors);

    public IReadOnlyList<ErrorDetail> ToList(bool isExhausted)
    {
        List<ErrorDetail> errors = [.. _errors.Take(Limit).Distinct()];
        if (isExhausted)
        {
            errors.Add(new(string.Empty, "takes too long to check against its schema"));
        }
        else if (_errors.Count > Limit)
        {
            errors.Add(new(string.Empty, $"has more errors; only the first {Limit} are listed"));
        }

        return errors;
    }

    private void Add(string pointer, string message, string? keyword, string schemaStep)
    {
        if (_errors.Count <= Limit)
        {
            _errors.Add(new(pointer, message, keyword, string.Concat(_schema) + schemaStep));
        }
    }
}
