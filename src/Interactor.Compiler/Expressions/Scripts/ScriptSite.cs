using Interactor.Compiler.Model;

namespace Interactor.Compiler.Expressions;

/// <summary>
/// A place whose expressions are worked out together, such as a request. What its scripts give must be there by then, so their calls are gathered here.
/// </summary>
/// <param name="table">The scripts of the connector.</param>
/// <param name="refusal">Where this is, for a place that cannot wait for a script: <c>in 'paginate'</c>; null for one that can.</param>
public sealed class ScriptSite(IScriptTable table, string? refusal = null)
{
    private readonly List<ScriptCallModel> _calls = [];

    public IScriptTable Table { get; } = table;

    public string? Refusal { get; } = refusal;

    /// <summary>The calls of the place in the order in which they are made.</summary>
    public EquatableArray<ScriptCallModel> Calls => _calls.ToEquatableArray();

    /// <summary>Adds a call, unless the same one is made already.</summary>
    /// <returns>Its number.</returns>
    internal int Add(ScriptCallModel call)
    {
        int known = _calls.FindIndex(c => c.Script == call.Script && c.Argument == call.Argument && (c.When is null || c.When == call.When));
        if (known < 0)
        {
            known = _calls.Count;
            _calls.Add(call);
        }

        return known;
    }
}
