using System.Text.Json;
using System.Text.RegularExpressions;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>What is wrong with a document, as a tree that follows the schema.</summary>
internal sealed class Explanation
{
    /// <summary>How many findings are listed: a short document can break a rule at every byte, and nobody reads further.</summary>
    public const int MostFindings = 1000;

    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = JsonSchema.MaxDepth };

    private readonly string? _remark;

    private Explanation(Finding? root, string? remark)
    {
        Root = root;
        _remark = remark;
    }

    /// <summary>Of a document that matches.</summary>
    public static Explanation OfValid { get; } = new(root: null, remark: null);

    /// <summary>The finding about the schema at the begin; null for a document that matches.</summary>
    public Finding? Root { get; }

    public bool IsValid => Root is null;

    /// <summary>What has been left out.</summary>
    public IReadOnlyList<Finding> Remarks => _remark is null ? [] : [new Finding(string.Empty, _remark)];

    /// <summary>Explains a document that is known not to match; never without a finding.</summary>
    public static Explanation OfInvalid(SchemaModel schema, string pointer, ReadOnlySpan<byte> utf8)
    {
        Explanation explanation = Of(schema, pointer, utf8);
        return explanation.ToList().Count > 0 ? explanation : new(new Finding(string.Empty, "does not match its schema"), remark: null);
    }

    /// <summary>Whether a value matches schemas, without saying why not.</summary>
    /// <param name="schemas">What it must match.</param>
    /// <param name="utf8">Well-formed JSON.</param>
    /// <exception cref="RegexMatchTimeoutException">A pattern took too long.</exception>
    public static bool Matches(IEnumerable<SchemaModel> schemas, ReadOnlySpan<byte> utf8)
    {
        Explainer explainer = new(utf8.Length);
        Instance value = Instance.Of(JsonElement.Parse(utf8, ReaderOptions));
        bool isMatch = schemas.All(s => explainer.Judge(s, value, isTracked: false).IsValid) && !explainer.IsExhausted;
        return explainer.Overrun is null ? isMatch : throw new RegexMatchTimeoutException();
    }

    /// <summary>Explains a document.</summary>
    /// <param name="schema">What it must match.</param>
    /// <param name="pointer">Where the schema stands in its text.</param>
    /// <param name="utf8">The document.</param>
    public static Explanation Of(SchemaModel schema, string pointer, ReadOnlySpan<byte> utf8)
    {
        utf8 = JsonPlace.WithoutMark(utf8);
        if (DocumentCheck.Find(utf8) is { } unreadable)
        {
            return new(new Finding(unreadable.Pointer, unreadable.Message), remark: null);
        }

        Explainer explainer = new(utf8.Length);
        Instance document = Instance.Of(JsonElement.Parse(utf8, ReaderOptions));
        KeywordPath path = KeywordPath.Begin(pointer, schema);
        Finding root = new(document, path);
        try
        {
            if (explainer.Judge(schema, document, isTracked: false).IsValid && !explainer.IsStopped && explainer.Overrun is null)
            {
                return OfValid;
            }

            explainer.Explain(schema, document, path, root, isTracked: false);
        }
        catch (RegexMatchTimeoutException)
        {
            explainer.Exhaust();
        }

        if (explainer.Overrun is { } overrun)
        {
            root = new(document, path);
            root.Add(overrun);
            return new(root, remark: null);
        }

        string? remark = explainer.IsTooDeep ? "is nested too deeply to be checked against its schema"
            : explainer.IsExhausted ? "takes too long to check against its schema"
            : explainer.Room < 0 ? $"has more errors; only the first {MostFindings} are listed"
            : null;
        return new(root, remark);
    }

    /// <summary>Every finding that says something, those of an alternative behind the one about the union, and at the end what was left out.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        List<Finding> findings = [];
        if (Root is not null)
        {
            Add(Root, findings);
        }

        findings.AddRange(Remarks);
        return findings;
    }

    /// <summary>The same for callers; a member that is not there is found where it should be.</summary>
    public IReadOnlyList<ErrorDetail> ToDetails() =>
        [.. ToList().Select(static finding => new ErrorDetail(
            finding.Missing is { } name ? $"{finding.InstanceLocation}/{JsonPointer.Escape(name)}" : finding.InstanceLocation,
            finding.Message!,
            finding.Keyword,
            finding.KeywordLocation)).Distinct()];

    private static void Add(Finding finding, List<Finding> findings)
    {
        if (finding.Message is not null)
        {
            findings.Add(finding);
        }

        foreach (Finding detail in finding.Details)
        {
            Add(detail, findings);
        }
    }
}
