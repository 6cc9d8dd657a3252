using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// Works out what a schema asks of values of one kind: branches that cannot hold for the kind are gone, references are followed, and what is
/// left of the in-place keywords is a formula over atoms.
/// </summary>
/// <param name="kind">The kind.</param>
/// <param name="choices">For lists of branches, the one that is known to be meant.</param>
internal sealed class FormulaBuilder(JsonKinds kind, Dictionary<SchemaModel[], int> choices)
{
    private readonly Dictionary<SchemaModel, int> _numbers = [];
    private readonly Dictionary<(SchemaModel Schema, bool IsTracked), Formula> _known = [];
    private readonly HashSet<SchemaModel> _path = [];
    private readonly List<PendingRule> _unevaluated = [];
    private int _indexes;

    /// <summary>The schemas that are tested in the pass over the value.</summary>
    public List<SchemaModel> Atoms { get; } = [];

    /// <summary>The unevaluated-schemas for this kind.</summary>
    public List<UnevaluatedRule> Unevaluated =>
        _unevaluated.ConvertAll(static u => new UnevaluatedRule(u.Schema, CertainAtoms(u.Beside)));

    /// <summary>The member names whose presence counts.</summary>
    public NameTable Watched { get; } = new();

    /// <summary>How many formulas have a place in the memory of a verdict.</summary>
    public int Indexes => _indexes;

    /// <summary>What each root asks: that all of its schemas hold.</summary>
    public Formula[] Build(SchemaModel[][] roots)
    {
        Formula[] formulas = Array.ConvertAll(roots, root => All([.. Array.ConvertAll(root, s => Of(s, isTracked: false))]));
        Prune(formulas);
        return formulas;
    }

    private Formula Of(SchemaModel schema, bool isTracked)
    {
        if (_known.TryGetValue((schema, isTracked), out Formula? known))
        {
            return known;
        }

        if (schema.Always is { } always)
        {
            return always ? Formula.True : Formula.False;
        }

        if ((schema.Kinds & kind) == 0 || Array.Exists(schema.ConstantSets, c => (c.Kinds & kind) == 0))
        {
            return Formula.False;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();

        // A schema that applies itself to the same value again asks nothing new.
        if (!_path.Add(schema))
        {
            return Formula.True;
        }

        SchemaModel? unevaluated = UnevaluatedOf(schema);
        Formula formula = Combine(schema, isTracked || unevaluated is not null, unevaluated, isTracked);
        _path.Remove(schema);
        _known[(schema, isTracked)] = formula;
        return formula;
    }

    private Formula Combine(SchemaModel schema, bool isTracked, SchemaModel? unevaluated, bool isTrackedOutside)
    {
        List<Formula> parts = [];
        if (Asks.AnythingOfItsOwn(schema, kind))
        {
            parts.Add(Atom(schema));
        }

        if (schema.InPlace is { } inPlace)
        {
            AddInPlace(inPlace, parts, isTracked);
        }

        if (kind == JsonKinds.Object && schema.Object is { } keywords)
        {
            foreach ((string name, SchemaModel dependent) in keywords.DependentSchemas)
            {
                parts.Add(If(new HasMemberFormula(Watched.Add(name)), Of(dependent, isTracked), Formula.True));
            }
        }

        if (unevaluated is not null && (isTrackedOutside || unevaluated.Always != true))
        {
            Formula[] beside = [.. parts];
            parts.Add(new UnevaluatedFormula(_unevaluated.Count, beside));
            _unevaluated.Add(new(unevaluated, beside));
        }

        return All(parts);
    }

    private void AddInPlace(InPlaceKeywords keywords, List<Formula> parts, bool isTracked)
    {
        if (keywords.Reference is { } reference)
        {
            parts.Add(Of(reference.Target, isTracked));
        }

        foreach (SchemaModel part in keywords.AllOf)
        {
            parts.Add(Of(part, isTracked));
        }

        if (keywords.AnyOf.Length > 0)
        {
            parts.Add(choices.TryGetValue(keywords.AnyOf, out int chosen) ? Of(keywords.AnyOf[chosen], isTracked) : Any(keywords.AnyOf, isTracked));
        }

        if (keywords.OneOf.Length > 0)
        {
            parts.Add(choices.TryGetValue(keywords.OneOf, out int chosen) ? Of(keywords.OneOf[chosen], isTracked) : One(keywords.OneOf, isTracked));
        }

        if (keywords.Not is { } refused)
        {
            parts.Add(Not(Of(refused, isTracked: false)));
        }

        if (keywords.If is { } condition && (isTracked || keywords.Then is not null || keywords.Else is not null))
        {
            parts.Add(If(
                Of(condition, isTracked),
                keywords.Then is { } then ? Of(then, isTracked) : Formula.True,
                keywords.Else is { } otherwise ? Of(otherwise, isTracked) : Formula.True));
        }
    }

    private static ulong CertainAtoms(Formula[] formulas)
    {
        ulong atoms = 0;
        foreach (Formula formula in formulas)
        {
            atoms |= formula switch
            {
                AtomFormula { Atom: < 64 } atom => 1UL << atom.Atom,
                AllFormula all => CertainAtoms(all.Parts),
                _ => 0,
            };
        }

        return atoms;
    }

    // Branches that could not be taken have left atoms that nobody asks about.
    private void Prune(Formula[] roots)
    {
        HashSet<Formula> reached = [];
        Stack<Formula> pending = new(roots);
        while (pending.TryPop(out Formula? formula))
        {
            if (reached.Add(formula))
            {
                foreach (Formula part in formula.Parts)
                {
                    pending.Push(part);
                }
            }
        }

        SchemaModel[] all = [.. Atoms];
        int[] numbers = new int[all.Length];
        Array.Fill(numbers, -1);
        Atoms.Clear();
        foreach (Formula formula in reached)
        {
            if (formula is AtomFormula atom)
            {
                if (numbers[atom.Atom] < 0)
                {
                    numbers[atom.Atom] = Atoms.Count;
                    Atoms.Add(all[atom.Atom]);
                }

                atom.Atom = numbers[atom.Atom];
            }
        }
    }

    private SchemaModel? UnevaluatedOf(SchemaModel schema) => kind switch
    {
        JsonKinds.Object => schema.Object?.UnevaluatedProperties,
        JsonKinds.Array => schema.Array?.UnevaluatedItems,
        _ => null,
    };

    private AtomFormula Atom(SchemaModel schema)
    {
        if (!_numbers.TryGetValue(schema, out int number))
        {
            number = Atoms.Count;
            _numbers[schema] = number;
            Atoms.Add(schema);
            Watch(schema);
        }

        return new(number);
    }

    private void Watch(SchemaModel schema)
    {
        if (kind == JsonKinds.Object && schema.Object is { } keywords)
        {
            Watch(keywords.Required);
            foreach ((string name, string[] needed) in keywords.DependentRequired)
            {
                Watched.Add(name);
                Watch(needed);
            }
        }
    }

    private void Watch(string[] names)
    {
        foreach (string name in names)
        {
            Watched.Add(name);
        }
    }

    // What several parts ask alike is asked once, or schemas that refer to the same ones twice, level for level, would double it each time.
    private Formula All(List<Formula> parts)
    {
        if (parts.Contains(Formula.False))
        {
            return Formula.False;
        }

        HashSet<Formula> all = [];
        foreach (Formula part in parts)
        {
            all.UnionWith(part is AllFormula { Parts: var inner } ? inner : [part]);
        }

        all.Remove(Formula.True);
        return all.Count switch
        {
            0 => Formula.True,
            1 => all.First(),
            _ => Remembered(new AllFormula([.. all])),
        };
    }

    // A branch that always holds decides the keyword, but the others may still mark what they evaluate.
    private Formula Any(SchemaModel[] branches, bool isTracked)
    {
        (Formula[] parts, int[] indexes) = Possible(branches, isTracked);
        if (Array.IndexOf(parts, Formula.True) >= 0 && (!isTracked || Array.TrueForAll(parts, static p => p == Formula.True)))
        {
            return Formula.True;
        }

        return parts.Length switch
        {
            0 => Formula.False,
            1 => parts[0],
            _ => Remembered(new AnyFormula(parts, branches, indexes)),
        };
    }

    private Formula One(SchemaModel[] branches, bool isTracked)
    {
        (Formula[] parts, int[] indexes) = Possible(branches, isTracked);
        return parts.Length switch
        {
            0 => Formula.False,
            1 => parts[0],
            _ when Array.FindAll(parts, static p => p == Formula.True).Length > 1 => Formula.False,
            _ => Remembered(new OneFormula(parts, branches, indexes)),
        };
    }

    private (Formula[] Parts, int[] Indexes) Possible(SchemaModel[] branches, bool isTracked)
    {
        List<Formula> parts = [];
        List<int> indexes = [];
        for (int i = 0; i < branches.Length; i++)
        {
            Formula part = Of(branches[i], isTracked);
            if (part != Formula.False)
            {
                parts.Add(part);
                indexes.Add(i);
            }
        }

        return ([.. parts], [.. indexes]);
    }

    private Formula Not(Formula part) =>
        part == Formula.True ? Formula.False : part == Formula.False ? Formula.True : Remembered(new NotFormula(part));

    private Formula If(Formula condition, Formula then, Formula otherwise) =>
        condition == Formula.True ? then : condition == Formula.False ? otherwise : Remembered(new IfFormula(condition, then, otherwise));

    private T Remembered<T>(T formula)
        where T : Formula
    {
        formula.Index = _indexes++;
        return formula;
    }

    private sealed record PendingRule(SchemaModel Schema, Formula[] Beside);
}
