using System.Text;
using System.Text.Json;
using Interactor.Runtime.Json.Names;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// A choice between branches that a member tells: each branch allows other strings for it. A look ahead at the first members finds the value,
/// and only the plan of its branch is carried out.
/// </summary>
internal sealed class TagChoice
{
    // Behind this many members, or behind the first array or object, the look ahead costs more than weighing all branches at once.
    private const int LookedAt = 12;

    private readonly byte[] _name;

    private readonly Utf8Names _tags;

    private readonly TagBranch[] _branches;

    private TagChoice(byte[] name, Utf8Names tags, TagBranch[] branches)
    {
        _name = name;
        _tags = tags;
        _branches = branches;
    }

    /// <summary>Finds the choice in what must hold, where there is one.</summary>
    /// <param name="root">The formula of the only root.</param>
    /// <param name="atoms">The schemas of its atoms.</param>
    /// <param name="plan">Makes the plan for a branch of a list.</param>
    public static TagChoice? Find(Formula root, SchemaModel[] atoms, Func<SchemaModel[], int, KindPlan> plan)
    {
        foreach (Formula formula in Mandatory(root))
        {
            if (formula is BranchesFormula choice && Of(choice, atoms, plan) is { } tag)
            {
                return tag;
            }
        }

        return null;
    }

    /// <summary>Looks for the tag.</summary>
    /// <param name="scanner">At the object; stays there.</param>
    /// <param name="plan">What its value asks; null when no branch allows the value.</param>
    /// <returns>False when the tag is not among the first members.</returns>
    public bool TryFind(in JsonScanner scanner, out KindPlan? plan)
    {
        JsonScanner ahead = scanner;
        plan = null;
        if (!ahead.TryBeginObject())
        {
            return false;
        }

        for (int i = 0; i < LookedAt && ahead.NextMember(); i++)
        {
            if (ahead.NameEquals(_name))
            {
                bool isPlain = ahead.TryString(out ReadOnlySpan<byte> value, out bool isEscaped) && !isEscaped;
                plan = isPlain && _tags.Find(value) is >= 0 and int tag ? _branches[tag].Plan : null;
                return isPlain;
            }

            if ((ahead.Kind & (JsonKinds.Object | JsonKinds.Array)) != 0 || !ahead.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private static TagChoice? Of(BranchesFormula choice, SchemaModel[] atoms, Func<SchemaModel[], int, KindPlan> plan)
    {
        Dictionary<string, string[]>[] tags = Array.ConvertAll(choice.Parts, part => TagsOf(part, atoms));
        foreach (string name in tags[0].Keys)
        {
            if (Branches(name, tags) is { } branches)
            {
                TagBranch[] made = [.. branches.Values.Select(part => new TagBranch(() => plan(choice.Branches, choice.Indexes[part])))];
                return new(Encoding.UTF8.GetBytes(name), new([.. branches.Keys]), made);
            }
        }

        return null;
    }

    // For each value of the member, which branch it tells; null when the member does not tell.
    private static Dictionary<string, int>? Branches(string name, Dictionary<string, string[]>[] tags)
    {
        Dictionary<string, int> branches = new(StringComparer.Ordinal);
        for (int i = 0; i < tags.Length; i++)
        {
            if (!tags[i].TryGetValue(name, out string[]? values) || Array.Exists(values, v => !branches.TryAdd(v, i)))
            {
                return null;
            }
        }

        return branches;
    }

    private static List<Formula> Mandatory(Formula formula)
    {
        List<Formula> mandatory = [];
        foreach (Formula part in formula is AllFormula all ? all.Parts : [])
        {
            mandatory.AddRange(Mandatory(part));
        }

        return formula is AllFormula ? mandatory : [formula];
    }

    // The members that a branch allows certain strings for.
    private static Dictionary<string, string[]> TagsOf(Formula branch, SchemaModel[] atoms)
    {
        Dictionary<string, string[]> tags = new(StringComparer.Ordinal);
        foreach (Formula formula in Mandatory(branch))
        {
            if (formula is AtomFormula atom && atoms[atom.Atom].Object is { } keywords)
            {
                foreach ((string name, SchemaModel property) in keywords.Properties)
                {
                    if (!tags.ContainsKey(name) && StringsOf(property, references: 0) is { } values)
                    {
                        tags[name] = values;
                    }
                }
            }
        }

        return tags;
    }

    private static string[]? StringsOf(SchemaModel schema, int references)
    {
        if (schema.Constants is [var constants, ..])
        {
            return Array.TrueForAll(constants.Values, static v => v.ValueKind == JsonValueKind.String && !v.GetRawText().Contains('\\'))
                ? Array.ConvertAll(constants.Values, static v => v.GetString()!)
                : null;
        }

        return schema.InPlace?.Reference is { } reference && references < 8 ? StringsOf(reference.Target, references + 1) : null;
    }
}

/// <summary>The plan of one branch, made when the first value comes that wants it.</summary>
internal sealed class TagBranch(Func<KindPlan> make)
{
    private KindPlan? _plan;

    public KindPlan Plan => _plan ??= make();
}
