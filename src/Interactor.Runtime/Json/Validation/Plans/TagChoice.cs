using System.Text.Json;
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

    private readonly NameIndex<TagBranch> _branches;

    private TagChoice(byte[] name, NameIndex<TagBranch> branches)
    {
        _name = name;
        _branches = branches;
    }

    /// <summary>Finds the choice in what must hold, where there is one.</summary>
    /// <param name="root">The formula of the only root.</param>
    /// <param name="atoms">The schemas of its atoms.</param>
    /// <param name="plan">Makes the plan for a branch of a list.</param>
    public static TagChoice? Find(Formula root, IReadOnlyList<SchemaModel> atoms, Func<IReadOnlyList<SchemaModel>, int, KindPlan> plan)
    {
        foreach (BranchesFormula choice in Mandatory(root).OfType<BranchesFormula>())
        {
            Dictionary<string, string[]>[] tags = [.. choice.Alternatives.Select(part => TagsOf(part, atoms))];
            foreach (string name in tags[0].Keys.Where(n => Array.TrueForAll(tags, t => t.ContainsKey(n))))
            {
                string[] values = [.. tags.SelectMany(t => t[name])];
                if (values.Distinct(StringComparer.Ordinal).Count() == values.Length)
                {
                    return new(Utf8(name), new([.. choice.Indexes.SelectMany((branch, i) => tags[i][name].Select(value =>
                        KeyValuePair.Create(Utf8(value), new TagBranch(() => plan(choice.Branches, branch)))))]));
                }
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
                plan = isPlain ? _branches.Find(value)?.Plan : null;
                return isPlain;
            }

            if ((ahead.Kind & (JsonKinds.Object | JsonKinds.Array)) != 0 || !ahead.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private static IEnumerable<Formula> Mandatory(Formula formula) => formula is AllFormula all ? all.Parts.SelectMany(Mandatory) : [formula];

    // The members that a branch allows certain strings for.
    private static Dictionary<string, string[]> TagsOf(Formula branch, IReadOnlyList<SchemaModel> atoms)
    {
        Dictionary<string, string[]> tags = new(StringComparer.Ordinal);
        foreach (AtomFormula atom in Mandatory(branch).OfType<AtomFormula>())
        {
            foreach ((string name, SchemaModel property) in atoms[atom.Atom].Object?.Properties ?? new Dictionary<string, SchemaModel>())
            {
                if (!tags.ContainsKey(name) && StringsOf(property, references: 0) is { } values)
                {
                    tags[name] = values;
                }
            }
        }

        return tags;
    }

    private static string[]? StringsOf(SchemaModel schema, int references)
    {
        if (schema.Constants.Count > 0)
        {
            IReadOnlyList<JsonElement> values = schema.Constants[0].Values;
            return values.All(static v => v.ValueKind == JsonValueKind.String && !v.GetRawText().Contains('\\')) ? [.. values.Select(static v => v.GetString()!)] : null;
        }

        return schema.InPlace?.Reference is { } reference && references < 8 ? StringsOf(reference.Target, references + 1) : null;
    }

    private static byte[] Utf8(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}

/// <summary>The plan of one branch, made when the first value comes that wants it.</summary>
internal sealed class TagBranch(Func<KindPlan> make)
{
    private KindPlan? _plan;

    public KindPlan Plan => _plan ??= make();
}
