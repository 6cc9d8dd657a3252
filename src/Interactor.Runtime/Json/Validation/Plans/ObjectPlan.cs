using System.Text;
using Interactor.Runtime.Json.Names;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What up to 48 schemas ask of the members of one object, in one look-up a member.</summary>
internal sealed class ObjectPlan
{
    private const int PatternsInWord = 64;

    // Of names that match patterns, so many combinations are kept.
    private const int MostMatched = 32;

    private readonly SchemaModel[] _atoms;
    private readonly List<UnevaluatedRule> _unevaluated;
    private readonly bool _isConjunction;
    private readonly ObjectEntry[] _known;
    private readonly PatternProperty[] _patterns;
    private readonly NameRule[] _nameRules;
    private readonly ObjectEntry _other;
    private MatchedEntry[] _matched = [];

    /// <param name="atoms">The schemas.</param>
    /// <param name="unevaluated">The unevaluated-schemas of the site.</param>
    /// <param name="watched">The names whose presence counts.</param>
    /// <param name="isConjunction">Every atom must hold, so that one failure is the answer.</param>
    public ObjectPlan(SchemaModel[] atoms, List<UnevaluatedRule> unevaluated, NameTable watched, bool isConjunction)
    {
        _atoms = atoms;
        _unevaluated = unevaluated;
        _isConjunction = isConjunction;
        ObjectEnd[] ends = Array.ConvertAll(atoms, a => ObjectEnd.Of(a, watched));
        Ends = [.. ends.Index().Where(static e => e.Item != ObjectEnd.Nothing)];
        Together = ObjectEnd.Merge(ends);
        List<PatternProperty> patterns = [];
        List<NameRule> nameRules = [];
        HashSet<string> names = new(watched.All, StringComparer.Ordinal);
        for (int i = 0; i < atoms.Length; i++)
        {
            if (atoms[i].Object is { } keywords)
            {
                names.UnionWith(keywords.Properties.Keys);
                patterns.AddRange(Array.FindAll(keywords.PatternProperties, p => !patterns.Exists(q => q.Text == p.Text)));
                if (keywords.PropertyNames is { } rule)
                {
                    nameRules.Add(new(rule, 1UL << i));
                }
            }
        }

        _patterns = [.. patterns];
        _nameRules = [.. nameRules];

        // In the order of the first schema's properties, which documents tend to follow. A name that is only watched needs its patterns too.
        List<string> ordered = InOrder(atoms, names);
        Names = new([.. ordered.ConvertAll(Encoding.UTF8.GetBytes)]);
        _known = [.. ordered.ConvertAll(n => Entry(n, Encoding.UTF8.GetBytes(n), watched))];
        _other = Entry(static _ => false, name: null, watch: -1, refusing: 0);
        AllOthers = _patterns.Length == 0 && _nameRules.Length == 0 ? _other : null;
    }

    /// <summary>For each atom that asks something when the object ends, what.</summary>
    public (int Atom, ObjectEnd End)[] Ends { get; }

    /// <summary>What all atoms together ask when the object ends.</summary>
    public ObjectEnd Together { get; }

    /// <summary>The names that the plan knows.</summary>
    public MemberNames Names { get; }

    /// <summary>What members mean whose name the plan knows.</summary>
    /// <param name="number">The number of the name.</param>
    public ObjectEntry Known(int number) => _known[number];

    /// <summary>What all members mean whose names the plan does not know; null where that depends on the name.</summary>
    public ObjectEntry? AllOthers { get; }

    /// <summary>What a member means whose name the plan does not know.</summary>
    /// <param name="name">The name without escapes.</param>
    public ObjectEntry Other(scoped ReadOnlySpan<byte> name) => _patterns.Length == 0 ? _other : FindByPattern(name);

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
            matches |= _patterns[i].Pattern.IsMatch(name) ? 1UL << i : 0;
        }

        return matches == 0 ? _other : Matched(matches, name);
    }

    private ObjectEntry Matched(ulong matches, scoped ReadOnlySpan<byte> name)
    {
        MatchedEntry[] known = _matched;
        foreach (MatchedEntry match in known)
        {
            if (match.Matches == matches)
            {
                return match.Entry;
            }
        }

        // Another thread may add one at the same time, and one of the two is then found out again later.
        ObjectEntry entry = EntryOf(name);
        if (known.Length < MostMatched)
        {
            _matched = [.. known, new MatchedEntry(matches, entry)];
        }

        return entry;
    }

    // What the patterns that match a name mean together.
    private ObjectEntry EntryOf(scoped ReadOnlySpan<byte> name)
    {
        HashSet<string> matches = [];
        for (int i = 0; i < _patterns.Length; i++)
        {
            if (_patterns[i].Pattern.IsMatch(name))
            {
                matches.Add(_patterns[i].Text);
            }
        }

        return Entry(matches.Contains, name: null, watch: -1, refusing: 0);
    }

    private ObjectEntry Entry(string name, byte[] utf8, NameTable watched)
    {
        HashSet<string> matches = [];
        foreach (PatternProperty pattern in _patterns)
        {
            if (pattern.Pattern.IsMatch(utf8))
            {
                matches.Add(pattern.Text);
            }
        }

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
            Watch = watch,
            Refusing = refusing | roots.Refusing,
            Evaluating = evaluating,
            RefusedBy = roots.RefusedBy,
            Value = site,
            Consequences = consequences,
        };
    }

    private static List<string> InOrder(SchemaModel[] atoms, HashSet<string> names)
    {
        List<string> ordered = [];
        foreach (SchemaModel atom in atoms)
        {
            foreach (string name in atom.Object?.Properties.Keys ?? Enumerable.Empty<string>())
            {
                if (names.Remove(name))
                {
                    ordered.Add(name);
                }
            }
        }

        ordered.AddRange(names);
        return ordered;
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

    private sealed record MatchedEntry(ulong Matches, ObjectEntry Entry);
}
