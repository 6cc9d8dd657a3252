using System.Collections.Concurrent;
using Interactor.Runtime.Json.Validation.Formats;
using Interactor.Runtime.Json.Validation.Plans;
using Interactor.Runtime.Json.Validation.Values;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>
/// One schema of the normal form, parsed: a schema of JSON Schema 2020-12 without identifiers, whose <c>format</c> and <c>content*</c> are
/// asserted wherever they stand. Annotations are left out.
/// </summary>
internal sealed class SchemaModel
{
    private ConcurrentDictionary<SchemaModel[][], Site>? _meetings;

    private ValueSet[]? _constantSets;

    /// <summary>Where it stands in its text, as a JSON Pointer.</summary>
    public required string Pointer { get; init; }

    /// <summary>Where its author wrote it, as a URI reference; null where that is the text itself.</summary>
    public string? Source { get; init; }

    /// <summary>The answer of a boolean schema.</summary>
    public bool? Always { get; init; }

    /// <summary>The kinds of value that <c>type</c> allows; all where it is absent.</summary>
    public JsonKinds Kinds { get; init; } = JsonKinds.All;

    /// <summary>The names that <c>type</c> gives, as written; empty where it is absent.</summary>
    public string[] TypeNames { get; init; } = [];

    /// <summary>Of numbers, only the integers are allowed.</summary>
    public bool WantsIntegers { get; init; }

    /// <summary>A number with a decimal point is no integer, whatever its value (draft 4).</summary>
    public bool IntegersAreLexical { get; init; }

    /// <summary><c>enum</c>, and <c>const</c> as an enum of one.</summary>
    public ConstantKeyword[] Constants { get; init; } = [];

    /// <summary>The sets of <see cref="Constants"/>.</summary>
    public ValueSet[] ConstantSets => _constantSets ??= System.Array.ConvertAll(Constants, static c => c.Set);

    public FormatRow? Format { get; init; }

    public NumberKeywords? Number { get; init; }

    public StringKeywords? String { get; init; }

    public ObjectKeywords? Object { get; init; }

    public ArrayKeywords? Array { get; init; }

    public InPlaceKeywords? InPlace { get; init; }

    /// <summary>The first schema of the text that asks the same; null where that is this one.</summary>
    public SchemaModel? Alike { get; set; }

    /// <summary>The schema that this one refers to, where it says nothing else.</summary>
    public SchemaModel? OnlyReference =>
        this is { Kinds: JsonKinds.All, Constants.Length: 0, Format: null, Number: null, String: null, Object: null, Array: null }
        && InPlace is { AllOf.Length: 0, AnyOf.Length: 0, OneOf.Length: 0, Not: null, If: null }
            ? InPlace.Reference?.Target
            : null;

    /// <summary>What is asked where this schema applies alone, once it is known.</summary>
    public Site? Site { get; set; }

    /// <summary>What is asked where this schema meets others, as far as it is known.</summary>
    public ConcurrentDictionary<SchemaModel[][], Site> Meetings => LazyInitializer.EnsureInitialized(ref _meetings, static () => new(RootsComparer.Instance));
}
