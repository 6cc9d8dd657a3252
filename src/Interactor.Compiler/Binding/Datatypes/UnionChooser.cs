using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Decides how a reader tells the cases of a union apart: by kind, by tag, by a member that only one has, and last by trial.</summary>
internal sealed class UnionChooser(BindingContext context, DatatypeBinder datatypes)
{
    private static readonly (JsonType Kind, JsonType Arm)[] Kinds =
    [
        (JsonType.String, JsonType.String), (JsonType.Number | JsonType.Integer, JsonType.Number), (JsonType.Boolean, JsonType.Boolean),
        (JsonType.Array, JsonType.Array), (JsonType.Object, JsonType.Object),
    ];

    public UnionChoiceModel Choose(UnionPart union, IReadOnlyList<UnionCase> cases)
    {
        List<KindArm> arms = [];
        foreach ((JsonType kind, JsonType arm) in Kinds)
        {
            int[] candidates = [.. Enumerable.Range(0, cases.Count).Where(i => (cases[i].Facts.Kinds & kind) != 0)];
            UnionChoiceModel? choice = candidates switch
            {
                [] => null,
                _ when kind == JsonType.Object && new DiscriminatorReader(datatypes).Read(union.Schema) is { } discriminator =>
                    ByDiscriminator(discriminator, union, cases, candidates),
                [var only] => new CaseChoice(only),
                _ when kind == JsonType.Object => ByTag(cases, candidates) ?? ByKey(union, cases, candidates),
                _ => ByTrial(union, cases, candidates, kind),
            };
            int same = arms.FindIndex(a => a.Choice == choice);
            if (same >= 0)
            {
                arms[same] = arms[same] with { Kinds = arms[same].Kinds | arm };
            }
            else if (choice is not null)
            {
                arms.Add(new KindArm(arm, choice));
            }
        }

        // A single strategy looks at the kind by itself.
        return arms is [var one] ? one.Choice : new KindChoice(arms.ToEquatableArray());
    }

    /// <summary>A text decides, so that there may be one that the definition does not know.</summary>
    public static bool HasTag(UnionChoiceModel choice) =>
        choice is TagChoice || (choice is KindChoice kinds && kinds.Arms.Any(a => a.Choice is TagChoice));

    private static TagChoice? ByTag(IReadOnlyList<UnionCase> cases, int[] candidates)
    {
        IEnumerable<string> shared = candidates
            .Select(i => cases[i].Facts)
            .Select(f => f.Tags.Keys.Where(f.Required.Contains))
            .Aggregate((left, right) => left.Intersect(right, StringComparer.Ordinal));
        foreach (string property in shared.OrderBy(p => p, StringComparer.Ordinal))
        {
            TagArm[] arms = [.. candidates.SelectMany(i => cases[i].Facts.Tags[property].Select(text => new TagArm(text, i)))];
            if (arms.Select(a => a.Value).Distinct(StringComparer.Ordinal).Count() == arms.Length)
            {
                return new TagChoice(property, arms.ToEquatableArray());
            }
        }

        return null;
    }

    // The mapping names the texts of a datatype; one that it leaves out is named by its own name, or by the texts that it allows.
    private TagChoice ByDiscriminator(Discriminator discriminator, UnionPart union, IReadOnlyList<UnionCase> cases, int[] candidates)
    {
        List<TagArm> arms = [];
        HashSet<string> reached = new(StringComparer.Ordinal);
        foreach (int i in candidates)
        {
            foreach (UnionBranch branch in cases[i].Branches)
            {
                string? datatype = branch.Reference is { } reference ? datatypes.NameOf(reference) : null;
                string[] texts = [.. discriminator.Mapping.Where(m => m.Datatype == datatype).Select(m => m.Value)];
                _ = datatype is not null && reached.Add(datatype);
                if (texts.Length == 0)
                {
                    texts = branch.Facts.Tags.TryGetValue(discriminator.Property, out IReadOnlyCollection<string>? own) ? [.. own] : datatype is not null ? [JsonText.Plain(datatype)] : [];
                }

                if (texts.Length == 0)
                {
                    context.Report(DatatypeDiagnostics.BranchWithoutTag, branch.Site.Node, discriminator.Property);
                }

                foreach (string text in texts)
                {
                    if (arms.Exists(a => a.Value == text && a.Case != i))
                    {
                        context.Report(DatatypeDiagnostics.AmbiguousTag, branch.Site.Node, text, discriminator.Property);
                    }
                    else if (!arms.Exists(a => a.Value == text))
                    {
                        arms.Add(new TagArm(text, i));
                    }
                }
            }
        }

        foreach (DiscriminatorEntry stray in discriminator.Mapping.Where(m => !reached.Contains(m.Datatype)))
        {
            context.Report(DatatypeDiagnostics.MappingWithoutCase, stray.Place, stray.Datatype, $"list it in {union.Keyword} or take the entry out");
        }

        return new TagChoice(discriminator.Property, arms.ToEquatableArray());
    }

    private UnionChoiceModel ByKey(UnionPart union, IReadOnlyList<UnionCase> cases, int[] candidates)
    {
        List<KeyArm> arms = [];
        List<int> rest = [];
        foreach (int i in candidates)
        {
            string? key = cases[i].Facts.Required
                .Where(k => candidates.All(o => o == i || IsToldApart(cases[i].Facts, cases[o].Facts, k)))
                .OrderBy(k => k, StringComparer.Ordinal)
                .FirstOrDefault();
            if (key is null)
            {
                rest.Add(i);
            }
            else
            {
                arms.Add(new KeyArm(key, i));
            }
        }

        UnionChoiceModel? otherwise = rest switch
        {
            [] => null,
            [var only] => new CaseChoice(only),
            _ => ByTrial(union, cases, [.. rest], JsonType.Object),
        };
        return arms.Count == 0 ? otherwise! : new KeyChoice(arms.ToEquatableArray(), otherwise);
    }

    // Another case that says nothing of the key may have it all the same. That does no harm where the case that the key leads to keeps all members.
    private static bool IsToldApart(SchemaFacts facts, SchemaFacts others, string key) =>
        !others.Properties.Contains(key) && (others.HasNoOthers || !facts.LosesOthers);

    private TrialChoice ByTrial(UnionPart union, IReadOnlyList<UnionCase> cases, int[] candidates, JsonType kind)
    {
        string names = string.Join(", ", candidates.Select(i => cases[i].Name));
        context.Report(DatatypeDiagnostics.UnionByTrial, union.Schema.FindKey(union.Keyword)!, names);
        return new TrialChoice(
            IsExact: union.Keyword == "oneOf",
            candidates
                .SelectMany(i => cases[i].Branches.Where(b => (b.Facts.Kinds & kind) != 0).Select(b => (Branch: b, Case: i)))
                .OrderBy(a => IndexOf(union, a.Branch))
                .Select(a => new TrialArm(a.Branch.Site.Place.Reference, a.Case))
                .ToEquatableArray());
    }

    private static int IndexOf(UnionPart union, UnionBranch branch) => union.Branches.TakeWhile(b => b.Node != branch.Site.Node).Count();
}
