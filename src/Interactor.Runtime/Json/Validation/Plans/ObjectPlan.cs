using System.Collections.Concurrent;
using System.Text;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What up to 48 schemas ask of the members of one object, in one look-up a member.</summary>
internal sealed class ObjectPlan
{
    private const int PatternsInWord = 64;

    private readonly SchemaModel[] _atoms;
    private readonly IReadOnlyList<UnevaluatedRule> _unevaluated;
    private readonly bool _isConjunction;
    private readonly NameIndex<ObjectEntry> _known;
    private readonly TextPattern[] _patterns;
    private readonly string[] _patternTexts;
    private readonly NameRule[] _nameRules;
    private readonly ObjectEntry _other;
    private readonly bool _hasNames;
    private readonly ConcurrentDictionary<ulong, ObjectEntry> _matched = new();

    /// <param name="atoms">The schemas.</param>
    /// <param name="unevaluated">The unevaluated-schemas of the site.</param>
    /// <param name="watched">The names whose presence counts.</param>
    /// <param name="isConjunction">Every atom must hold, so that one failure is the answer.</param>
    public ObjectPlan(SchemaModel[] atoms, IReadOnlyList<UnevaluatedRule> unevaluated, NameTable watched, bool isConjunction)
    {
        _atoms = atoms;
        _unevaluated = unevaluated;
        _isConjunction = isConjunction;
        PatternProperty[] patterns = [.. atoms.SelectMany(static a => a.Object?.PatternProperties ?? []).DistinctBy(static p => p.Text)];
        _patterns = [.. patterns.Select(static p => p.Pattern)];
        _patternTexts = [.. patterns.Select(static p => p.Text)];
        _nameRules = [.. atoms.Select(static (a, i) => (a.Object?.PropertyNames, i)).Where(static r => r.PropertyNames is not null).Select(static r => new NameRule(r.PropertyNames!, 1UL << r.i))];
        Ends = [.. atoms.Select(a => ObjectEnd.Of(a, watched))];
        Together = ObjectEnd.Merge(Ends);

        // A name that is watched and has no schema of its own still needs its patterns and rules.
        string[] names = [.. atoms.SelectMany(static a => a.Object?.Properties.Keys ?? []).Concat(watched.All).Distinct(StringComparer.Ordinal)];
        _hasNames = names.Length > 0;
        _known = new([.. names.Select(n => KeyValuePair.Create(Encoding.UTF8.GetBytes(n), Entry(n, watched)))]);
        _other = Entry(static _ => false, name: null, watch: -1, refusing: 0);
    }

    /// <summary>For each atom, what it asks when the object ends.</summary>
    public ObjectEnd[] Ends { get; }

    /// <summary>What all atoms together ask when the object ends.</summary>
    public ObjectEnd Together { get; }

    /// <param name="name">The member's name without escapes.</param>
    /// <param name="expected">Which known name is likely; kept from member to member.</param>
    public ObjectEntry Find(scoped ReadOnlySpan<byte> name, ref int expected) =>
        (_hasNames ? _known.Find(name, ref expected) : null) ?? (_patterns.Length == 0 ? _other : FindByPattern(name));

    /// <summary>The atoms whose rules for names refuse one that the plan does not know.</summary>
    public ulong RefusingName(ReadOnlySpan<byte> name)
    {
        ulong refusing = 0;
        foreach (NameRule rule in _nameRules)
        {
            refusing |= rule.Accepts(name) ? 0 : rule.Owner;
        }

        return refusing;
    }

    private ObjectEntry FindByPattern(scoped ReadOnlySpan<byte> name)
    {
        if (_patterns.Length > PatternsInWord)
        {
            return EntryOf(name);
        }

        ulong matches = 0;
        for (int i = 0; i < _patterns.Length; i++)
        {
            matches |= _patterns[i].IsMatch(name) ? 1UL << i : 0;
        }

        return matches == 0 ? _other : _matched.TryGetValue(matches, out ObjectEntry? known) ? known : _matched.GetOrAdd(matches, EntryOf(name));
    }

    // What the patterns that match a name mean together.
    private ObjectEntry EntryOf(scoped ReadOnlySpan<byte> name)
    {
        HashSet<string> matches = [];
        for (int i = 0; i < _patterns.Length; i++)
        {
            if (_patterns[i].IsMatch(name))
            {
                matches.Add(_patternTexts[i]);
            }
        }

        return Entry(matches.Contains, name: null, watch: -1, refusing: 0);
    }

    private ObjectEntry Entry(string name, NameTable watched)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        HashSet<string> matches = [.. _patternTexts.Where((_, i) => _patterns[i].IsMatch(utf8))];
        return Entry(matches.Contains, name, watched.Find(utf8), RefusingName(utf8));
    }

    private ObjectEntry Entry(Func<string, bool> matches, string? name, int watch, ulong refusing)
    {
        RootBuilder roots = new();
        ulong evaluating = 0;
        for (int i = 0; i < _atoms.Length; i++)
        {
            evaluating |= Apply(_atoms[i].Object, i, matches, name, roots) ? 1UL << i : 0;
        }

        for (int i = 0; i < _unevaluated.Count; i++)
        {
            if (_unevaluated[i].Counts(evaluating))
            {
                roots.Unevaluated(_unevaluated[i].Schema, i);
            }
        }

        (Site? site, Consequence[] consequences) = _isConjunction ? (roots.Together(), []) : roots.Apart();
        return new()
        {
            IsKnown = name is not null,
            Watch = watch,
            Refusing = refusing | roots.Refusing,
            Evaluating = evaluating,
            RefusedBy = roots.RefusedBy,
            Value = site,
            Consequences = consequences,
        };
    }

    // Whether any of the three keywords applies, which makes the member an evaluated one.
    private static bool Apply(ObjectKeywords? keywords, int atom, Func<string, bool> matches, string? name, RootBuilder roots)
    {
        bool isEvaluated = false;
        if (keywords is null)
        {
            return false;
        }

        if (name is not null && keywords.Properties.TryGetValue(name, out SchemaModel? property))
        {
            roots.Require(property, atom);
            isEvaluated = true;
        }

        foreach (PatternProperty pattern in keywords.PatternProperties)
        {
            if (matches(pattern.Text))
            {
                roots.Require(pattern.Schema, atom);
                isEvaluated = true;
            }
        }

        if (!isEvaluated && keywords.AdditionalProperties is { } additional)
        {
            roots.Require(additional, atom);
            isEvaluated = true;
        }

        return isEvaluated;
    }
}
