namespace Interactor.Runtime.Security;

/// <summary>A list of names with text values that a definition fills: parameters, headers or facts.</summary>
public sealed class NamedValues
{
    private readonly List<KeyValuePair<string, string>> _items = [];

    /// <summary>Adds a value; null adds nothing.</summary>
    public void Add(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
        {
            _items.Add(new KeyValuePair<string, string>(name, value));
        }
    }

    internal IReadOnlyList<KeyValuePair<string, string>> Items => _items;
}
