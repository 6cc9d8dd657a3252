using System.Text.Json.Nodes;

namespace Interactor.Testing.Samples;

/// <summary>What expressions expect of a JSON value that no schema describes: the members that they read and the values that they compare with.</summary>
internal sealed class BodyShape
{
    private readonly Dictionary<string, BodyShape> _members = new(StringComparer.Ordinal);

    /// <summary>The members that are read, in the order of their names.</summary>
    public IEnumerable<KeyValuePair<string, BodyShape>> Members => _members.OrderBy(m => m.Key, StringComparer.Ordinal);

    /// <summary>What every item is; null where nothing treats the value as a list.</summary>
    public BodyShape? Items { get; private set; }

    /// <summary>Items that must be there beside others, such as those that a filter looks for.</summary>
    public List<BodyShape> Wanted { get; } = [];

    /// <summary>The one value that makes the expressions work.</summary>
    public JsonValue? Fixed { get; set; }

    /// <summary>What it is read as.</summary>
    public ShapeKind Kind { get; set; }

    public bool IsEmpty => _members.Count == 0 && Items is null && Fixed is null && Kind == ShapeKind.Unknown;

    public BodyShape Member(string name)
    {
        if (!_members.TryGetValue(name, out BodyShape? member))
        {
            _members[name] = member = new BodyShape();
        }

        return member;
    }

    public BodyShape? Find(string name) => _members.GetValueOrDefault(name);

    public BodyShape Item() => Items ??= new BodyShape();

    /// <summary>Says what every item is, in place of what was known.</summary>
    public void SetItem(BodyShape item) => Items = item;

    /// <summary>A list whose items are others'.</summary>
    public static BodyShape ListOf(BodyShape item) => new() { Items = item };

    /// <summary>One more item that must be there.</summary>
    public BodyShape WantedItem()
    {
        Item();
        BodyShape item = new();
        Wanted.Add(item);
        return item;
    }

    /// <summary>Everything that two shapes expect; where they disagree, this one.</summary>
    public BodyShape With(BodyShape other)
    {
        BodyShape both = new() { Fixed = Fixed ?? other.Fixed, Kind = Kind == ShapeKind.Unknown ? other.Kind : Kind, Items = Items ?? other.Items };
        both.Wanted.AddRange(Wanted.Concat(other.Wanted));
        foreach ((string name, BodyShape member) in _members)
        {
            both._members[name] = other.Find(name) is { } same ? member.With(same) : member;
        }

        foreach ((string name, BodyShape member) in other._members)
        {
            both._members.TryAdd(name, member);
        }

        return both;
    }
}
