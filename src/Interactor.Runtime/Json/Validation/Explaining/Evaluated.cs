namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>Which members or items of one value the schemas so far have said something about (core, section 11).</summary>
internal sealed class Evaluated
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private readonly HashSet<int> _items = [];

    private int _prefix;

    private bool _isAll;

    public void AddAll() => _isAll = true;

    public void AddName(string name) => _names.Add(name);

    /// <summary>Adds the first items.</summary>
    public void AddPrefix(int count) => _prefix = Math.Max(_prefix, count);

    public void AddItem(int index) => _items.Add(index);

    public void Add(Evaluated other)
    {
        _isAll |= other._isAll;
        _prefix = Math.Max(_prefix, other._prefix);
        _names.UnionWith(other._names);
        _items.UnionWith(other._items);
    }

    public bool HasName(string name) => _isAll || _names.Contains(name);

    public bool HasItem(int index) => _isAll || index < _prefix || _items.Contains(index);
}
