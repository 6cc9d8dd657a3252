using System.Text.RegularExpressions;
using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Patterns;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>
/// One schema applied to one value: to learn whether it matches (stops at the first mismatch), to learn how badly it misses, or to say why.
/// </summary>
internal sealed class Application
{
    private const long TagWeight = 1 << 20;

    private const long KindWeight = 1L << 40;

    private readonly Explainer _explainer;

    private readonly bool _isWeighed;

    private readonly KeywordPath? _path;

    private readonly Finding? _findings;

    private Evaluated? _evaluated;

    public Application(Explainer explainer, SchemaModel schema, Instance value, bool isTracked)
        : this(explainer, schema, value, isTracked, isWeighed: false, path: null, findings: null)
    {
    }

    private Application(Explainer explainer, SchemaModel schema, Instance value, bool isTracked, bool isWeighed, KeywordPath? path, Finding? findings)
    {
        _explainer = explainer;
        _isWeighed = isWeighed;
        _path = path;
        _findings = findings;
        Schema = schema;
        Value = value;
        IsTracked = isTracked
            || (value.Kind == JsonKinds.Object && schema.Object?.UnevaluatedProperties is not null)
            || (value.Kind == JsonKinds.Array && schema.Array?.UnevaluatedItems is not null);
    }

    public SchemaModel Schema { get; }

    public Instance Value { get; }

    /// <summary>What is evaluated is asked for, by this schema or by one that applies it.</summary>
    public bool IsTracked { get; }

    /// <summary>What this schema and those that it applies evaluate; null where that is not asked for.</summary>
    public Evaluated? Evaluated => IsTracked ? _evaluated ??= new() : null;

    public bool IsValid { get; private set; } = true;

    /// <summary>Another schema for the same value failed, so that what it evaluates is not known.</summary>
    public bool HasFailedInPlace { get; private set; }

    /// <summary>Findings are wanted.</summary>
    public bool IsExplained => _findings is not null;

    /// <summary>
    /// How badly the value misses the schema: roughly the number of mismatches, with a constant of a member (a tag) weighing more than any
    /// number of others, and a wrong kind or constant of the value itself more than that.
    /// </summary>
    public long Weight { get; private set; }

    /// <summary>Nothing more is to be learnt.</summary>
    public bool MustStop => (!IsValid && !_isWeighed && !IsExplained) || _explainer.IsStopped;

    public static Application ToWeigh(Explainer explainer, SchemaModel schema, Instance value) =>
        new(explainer, schema, value, isTracked: false, isWeighed: true, path: null, findings: null);

    public static Application ToExplain(Explainer explainer, SchemaModel schema, Instance value, bool isTracked, KeywordPath path, Finding findings) =>
        new(explainer, schema, value, isTracked, isWeighed: false, path, findings);

    /// <summary>Whether a weight says that the value is of the kind that the schema is for.</summary>
    public static bool IsRightKind(long weight) => weight < KindWeight;

    /// <summary>Whether a weight says that the tags of the value are those of the schema.</summary>
    public static bool HasRightTags(long weight) => weight < TagWeight;

    public void Run()
    {
        if (Schema.Always == false)
        {
            // The keyword that holds the schema refuses the value; the schema itself has nothing to say.
            IsValid = false;
            Weight += KindWeight;
            Add(_findings, Value, keyword: null, missing: null)?.Say("is not allowed");
        }

        foreach (Rule rule in RuleTable.Rules)
        {
            rule.Apply(this);
            if (MustStop)
            {
                return;
            }
        }
    }

    /// <summary>The value does not match a keyword.</summary>
    /// <param name="keyword">The keyword.</param>
    /// <param name="missing">The name of a member that is not there and that it is about.</param>
    /// <returns>The finding, which shall say what is wrong; null where findings are not wanted.</returns>
    public Finding? Fail(string keyword, string? missing = null)
    {
        IsValid = false;
        Weight += keyword is "type" or "const" or "enum" ? KindWeight : 1;
        return Add(_findings, Value, keyword, missing);
    }

    /// <summary>Adds a finding about a member to another one.</summary>
    public Finding? AddTo(Finding? finding, Instance member, string keyword) => Add(finding, member, keyword, missing: null);

    /// <summary>Applies a schema to the same value; what it evaluates counts.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="keyword">The keyword that holds it.</param>
    /// <param name="inner">The name or index inside the keyword's value.</param>
    public void ApplyInPlace(SchemaModel schema, string keyword, string? inner = null)
    {
        Judgement judgement = Test(schema);
        if (!judgement.IsValid)
        {
            HasFailedInPlace = true;
            IsValid = false;
            Weight += _isWeighed ? _explainer.Weigh(schema, Value) : 0;
            Explain(schema, Value, keyword, inner, IsTracked, _findings);
        }
    }

    /// <summary>Applies a schema to a member, an item or a name.</summary>
    public bool Apply(SchemaModel schema, Instance value, string keyword, string? inner = null)
    {
        if (_explainer.Judge(schema, value, isTracked: false).IsValid)
        {
            return true;
        }

        IsValid = false;
        Weight += _isWeighed && value is { Name: not null, IsName: false } && Tags.IsWrong(schema, value) ? TagWeight : 1;
        Explain(schema, value, keyword, inner, isTracked: false, _findings);
        return false;
    }

    /// <summary>Whether the same value matches a schema; what it then evaluates counts, but a mismatch does not.</summary>
    public Judgement Test(SchemaModel schema)
    {
        Judgement judgement = _explainer.Judge(schema, Value, IsTracked);
        if (judgement is { IsValid: true, Evaluated: { } evaluated })
        {
            Evaluated?.Add(evaluated);
        }

        return judgement;
    }

    /// <summary>Whether the value or one inside it matches a schema, which says nothing about this one.</summary>
    public bool Matches(SchemaModel schema, Instance value) => _explainer.Judge(schema, value, isTracked: false).IsValid;

    /// <summary>Whether the text of a value matches a pattern. Where that takes too long there is no answer, and the document is refused for that alone.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="value">A string or a name.</param>
    /// <param name="keyword">The keyword that has the pattern.</param>
    /// <param name="text">The pattern as it is written.</param>
    public bool IsMatch(TextPattern pattern, Instance value, string keyword, string? text)
    {
        try
        {
            return pattern.IsMatch(value.Text);
        }
        catch (RegexMatchTimeoutException)
        {
            // The way to the schema is known only while findings are gathered.
            if (_explainer.Overrun is null || IsExplained)
            {
                _explainer.Overrun = new Finding(value, _path ?? KeywordPath.Begin(Schema.Pointer, Schema), keyword)
                    .Say($"takes too long to match with the patterns of the schema, such as {text}");
            }

            return false;
        }
    }

    /// <summary>How badly the same value misses a schema.</summary>
    public long Weigh(SchemaModel schema) => _explainer.Weigh(schema, Value);

    /// <summary>Adds why a value does not match a schema.</summary>
    public void Explain(SchemaModel schema, Instance value, string keyword, string? inner, bool isTracked, Finding? findings)
    {
        if (findings is null || _explainer.IsStopped)
        {
            return;
        }

        KeywordPath path = _path!.To(keyword, inner, schema);
        Finding finding = new(value, path);
        findings.Add(finding);
        _explainer.Explain(schema, value, path, finding, isTracked);
    }

    private Finding? Add(Finding? findings, Instance value, string? keyword, string? missing)
    {
        if (findings is null || --_explainer.Room < 0)
        {
            return null;
        }

        Finding finding = new(value, _path!, keyword) { Missing = missing };
        findings.Add(finding);
        return finding;
    }
}
