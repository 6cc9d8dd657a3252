using System.Globalization;
using Interactor.Runtime.Json.Validation.Explaining.Rules;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>
/// Why a value matches none of several alternatives. Listing what each of them misses helps nobody: what counts is the one that was meant,
/// by the kind of the value, then by its tags, then by how little is wrong.
/// </summary>
internal static class Alternatives
{
    /// <summary>Reports that a value matches no alternative, with the reasons of the one that was meant, if that can be told.</summary>
    /// <param name="application">The schema with the alternatives, applied to the value.</param>
    /// <param name="keyword">The keyword that lists them.</param>
    /// <param name="schemas">The alternatives.</param>
    /// <param name="message">What is wrong, where nothing better can be said.</param>
    public static void Explain(Application application, string keyword, IReadOnlyList<SchemaModel> schemas, string message)
    {
        if (!application.IsExplained)
        {
            application.Fail(keyword);
            return;
        }

        long[] weights = [.. schemas.Select(application.Weigh)];
        int[] meant = [.. Enumerable.Range(0, weights.Length).Where(i => Application.IsRightKind(weights[i]))];
        if (meant.Length == 0)
        {
            application.Fail(keyword)?.Say(KindsOf(schemas) ?? message);
            return;
        }

        Finding? finding = application.Fail(keyword)?.Say(message);
        int[] tagged = [.. meant.Where(i => Application.HasRightTags(weights[i]))];
        if (tagged.Length == 0 && meant.Length > 1)
        {
            ExplainTags(application, keyword, [.. meant.Select(i => schemas[i])], finding);
            return;
        }

        long least = meant.Min(i => weights[i]);
        if (meant.Count(i => weights[i] == least) == 1)
        {
            int best = Array.IndexOf(weights, least);
            application.Explain(schemas[best], application.Value, keyword, best.ToString(CultureInfo.InvariantCulture), application.IsTracked, finding);
        }
    }

    // Where the alternatives differ by their kinds alone, those are what the value can be.
    private static string? KindsOf(IReadOnlyList<SchemaModel> schemas)
    {
        List<string> kinds = [];
        foreach (SchemaModel schema in schemas)
        {
            SchemaModel target = schema.InPlace?.Reference is { } reference && schema.TypeNames.Length == 0 ? reference.Target : schema;
            if (target.TypeNames.Length == 0)
            {
                return null;
            }

            kinds.AddRange(target.TypeNames.Select(TypeRule.WithArticle));
        }

        return "must be " + Words.OneOf([.. kinds.Distinct(StringComparer.Ordinal)]);
    }

    // A member that has one constant in each alternative, and in this value another one.
    private static void ExplainTags(Application application, string keyword, SchemaModel[] schemas, Finding? finding)
    {
        foreach (Instance member in application.Value.Members())
        {
            ConstantKeyword?[] constants = [.. schemas.Select(schema => ConstantOf(schema, member.Name!))];
            if (constants.All(constant => constant is not null && !Tags.Contains(constant, member)))
            {
                string[] values = [.. constants.Select(static constant => Words.Constant(constant!.Values[0])).Distinct(StringComparer.Ordinal)];
                application.AddTo(finding, member, keyword)?.Say("must be " + Words.OneOf(values));
                return;
            }
        }
    }

    private static ConstantKeyword? ConstantOf(SchemaModel schema, string member) =>
        Tags.MembersOf(schema).Where(m => m.Key == member).Select(static m => Tags.ConstantOf(m.Value)).FirstOrDefault(static c => c is not null);
}
