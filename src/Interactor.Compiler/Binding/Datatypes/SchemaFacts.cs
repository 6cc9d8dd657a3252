using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>What is certain about the values of a schema, as far as the cases of a union can be told apart by it.</summary>
/// <param name="Kinds">The JSON types that its values may have; an integer is a number too.</param>
/// <param name="Required">The members that every object has.</param>
/// <param name="Properties">The members that have a schema.</param>
/// <param name="Tags">The members whose value is one of a few texts, with those texts.</param>
internal sealed record SchemaFacts(
    JsonType Kinds,
    IReadOnlyCollection<string> Required,
    IReadOnlyCollection<string> Properties,
    IReadOnlyDictionary<string, IReadOnlyCollection<string>> Tags)
{
    public const JsonType AllKinds =
        JsonType.Null | JsonType.Boolean | JsonType.Integer | JsonType.Number | JsonType.String | JsonType.Array | JsonType.Object;

    /// <summary>No object has a member that <see cref="Properties"/> does not list.</summary>
    public bool HasNoOthers { get; init; }

    /// <summary>The C# type may have no room for members that <see cref="Properties"/> does not list.</summary>
    public bool LosesOthers { get; init; }

    private static readonly Dictionary<string, IReadOnlyCollection<string>> NoTags = [];

    /// <summary>Nothing is certain.</summary>
    public static SchemaFacts None { get; } = Of(AllKinds);

    public JsonType KindsBesideNull => Kinds & ~JsonType.Null;

    public bool IsNullable => (Kinds & JsonType.Null) != 0;

    public static SchemaFacts Of(JsonType kinds) => new(kinds, [], [], NoTags);

    /// <summary>What is certain of a value that both describe.</summary>
    public SchemaFacts And(SchemaFacts other) => ReferenceEquals(this, None) ? other : ReferenceEquals(other, None) ? this : new(
        Kinds & other.Kinds,
        Together(Required, other.Required),
        Together(Properties, other.Properties),
        other.Tags.Count == 0 ? Tags : Tags.Count == 0 ? other.Tags : Tags.Keys.Union(other.Tags.Keys, StringComparer.Ordinal).ToDictionary(
            name => name,
            name => !Tags.TryGetValue(name, out IReadOnlyCollection<string>? own) ? other.Tags[name]
                : other.Tags.TryGetValue(name, out IReadOnlyCollection<string>? others) ? [.. own.Intersect(others, StringComparer.Ordinal)]
                : own,
            StringComparer.Ordinal))
    {
        HasNoOthers = HasNoOthers || other.HasNoOthers,
        LosesOthers = LosesOthers || other.LosesOthers,
    };

    /// <summary>What is certain of a value that one of the two describes.</summary>
    public SchemaFacts Or(SchemaFacts other) => new(
        Kinds | other.Kinds,
        [.. Required.Intersect(other.Required, StringComparer.Ordinal)],
        [.. Properties.Union(other.Properties, StringComparer.Ordinal)],
        Tags.Keys.Intersect(other.Tags.Keys, StringComparer.Ordinal).ToDictionary(
            name => name,
            name => (IReadOnlyCollection<string>)[.. Tags[name].Union(other.Tags[name], StringComparer.Ordinal)],
            StringComparer.Ordinal))
    {
        HasNoOthers = HasNoOthers && other.HasNoOthers,
        LosesOthers = LosesOthers || other.LosesOthers,
    };

    private static IReadOnlyCollection<string> Together(IReadOnlyCollection<string> left, IReadOnlyCollection<string> right) =>
        right.Count == 0 ? left : left.Count == 0 ? right : [.. left.Union(right, StringComparer.Ordinal)];
}
