using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>
/// Applies schemas to the values of one document. What a schema says about a value is found out once; only what does not match
/// is gone through again to say why, so that the work stays in proportion to the document whatever the schema.
/// </summary>
internal sealed class Explainer
{
    // Honest documents apply a handful of schemas to a value; past this many the document is refused.
    private const long FreeApplications = 1_000_000;

    private const long ApplicationsPerByte = 32;

    private readonly Dictionary<(SchemaModel Schema, int Value, bool IsTracked), Judgement> _known = [];

    private readonly Dictionary<(SchemaModel Schema, int Value), long> _weights = [];

    // The schemas that are being applied, each with its value.
    private readonly HashSet<(SchemaModel Schema, int Value)> _open = [];

    private long _budget;

    /// <param name="length">The number of bytes of the document.</param>
    public Explainer(int length) => _budget = FreeApplications + (ApplicationsPerByte * length);

    /// <summary>The document took too long to check; every answer since means nothing.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The document and its schema are nested more deeply than the stack of the thread allows; every answer since means nothing.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>How many findings may still be added.</summary>
    public int Room { get; set; } = Explanation.MostFindings;

    /// <summary>The document took too long to match with a pattern, which this finding names; every answer since means nothing.</summary>
    public Finding? Overrun { get; set; }

    /// <summary>Nothing more is to be found.</summary>
    public bool IsStopped => IsExhausted || IsTooDeep || Room < 0;

    public void Exhaust() => IsExhausted = true;

    /// <summary>Whether a value matches a schema.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="isTracked">What the schema evaluates is asked for.</param>
    public Judgement Judge(SchemaModel schema, Instance value, bool isTracked)
    {
        if (schema.Always is { } always)
        {
            return always ? Judgement.Valid : Judgement.Invalid;
        }

        // A schema that applies itself to the same value again asks nothing new.
        int id = value.Id;
        if (_open.Contains((schema, id)))
        {
            return Judgement.Valid;
        }

        // Text, numbers and words cost less to test than to remember, unless schemas refer to schemas.
        bool isKept = value.Kind is JsonKinds.Array or JsonKinds.Object || schema.InPlace is not null;
        if (isKept && _known.TryGetValue((schema, id, isTracked), out Judgement? known))
        {
            return known;
        }

        Application application = new(this, schema, value, isTracked);
        if (!Run(application, id))
        {
            return Judgement.Valid;
        }

        Judgement judgement = !application.IsValid ? Judgement.Invalid : isTracked ? new(true, application.Evaluated) : Judgement.Valid;
        if (isKept)
        {
            _known[(schema, id, isTracked)] = judgement;
        }

        return judgement;
    }

    /// <summary>How badly a value misses a schema: see <see cref="Application.Weight"/>.</summary>
    public long Weigh(SchemaModel schema, Instance value)
    {
        int id = value.Id;
        if (!_weights.TryGetValue((schema, id), out long weight))
        {
            Application application = Application.ToWeigh(this, schema, value);
            weight = Run(application, id) ? application.Weight : 0;
            _weights[(schema, id)] = weight;
        }

        return weight;
    }

    /// <summary>Says why a value does not match a schema.</summary>
    /// <param name="schema">A schema that the value does not match.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">The way to the schema.</param>
    /// <param name="findings">Receives the findings.</param>
    /// <param name="isTracked">What the schema evaluates is asked for.</param>
    public void Explain(SchemaModel schema, Instance value, KeywordPath path, Finding findings, bool isTracked) =>
        Run(Application.ToExplain(this, schema, value, isTracked, path, findings), value.Id);

    /// <returns>False when it was not applied.</returns>
    private bool Run(Application application, int id)
    {
        IsTooDeep |= !RuntimeHelpers.TryEnsureSufficientExecutionStack();
        IsExhausted |= --_budget < 0;

        if (IsStopped || !_open.Add((application.Schema, id)))
        {
            return false;
        }

        application.Run();
        _open.Remove((application.Schema, id));
        return true;
    }
}
