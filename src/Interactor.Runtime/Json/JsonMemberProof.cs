namespace Interactor.Runtime.Json;

/// <summary>
/// What a generated reader has validated on the way, where its document must be valid: the members that no test of the value in C# stands
/// for. Each is validated alone, so that one odd keyword does not cost a second pass over the document.
/// </summary>
public sealed class JsonMemberProof
{
    private readonly JsonSchema? _names;

    private readonly JsonSchema? _others;

    // For each known member up to the last that has one.
    private readonly JsonSchema?[] _members;

    // The known names that were found to be as they must, which they then are for good.
    private ulong _goodNames;

    /// <summary>A proof.</summary>
    /// <param name="names">What the names of members that the reader does not know must match (<c>propertyNames</c>); null for nothing.</param>
    /// <param name="others">What the values of such members must match; null for nothing.</param>
    /// <param name="members">Members by their number, with what their values must match.</param>
    public JsonMemberProof(JsonSchema? names, JsonSchema? others, params (int Member, JsonSchema Schema)[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        _names = names;
        _others = others;
        _members = new JsonSchema?[members.Select(static m => m.Member + 1).DefaultIfEmpty().Max()];
        foreach ((int member, JsonSchema schema) in members)
        {
            _members[member] = schema;
        }
    }

    /// <summary>A proof of the whole value at once.</summary>
    /// <param name="whole">What it must match.</param>
    public JsonMemberProof(JsonSchema whole)
        : this(null, null)
    {
        Whole = whole;
    }

    /// <summary>What the whole value must match; null where its parts are proven.</summary>
    internal JsonSchema? Whole { get; }

    /// <summary>Proves the value of a known member, and its name where names matter.</summary>
    /// <param name="scanner">At the value.</param>
    /// <param name="member">The number of the member.</param>
    /// <param name="name">Its name.</param>
    internal void Prove(ref JsonScanner scanner, int member, ReadOnlySpan<byte> name)
    {
        ulong bit = member < 64 ? 1UL << member : 0;
        if (_names is not null && (_goodNames & bit) == 0)
        {
            bool isGood = _names.AcceptsText(name);
            scanner.IsLossy |= !isGood;
            _goodNames |= isGood ? bit : 0;
        }

        if ((uint)member < (uint)_members.Length && _members[member] is { } schema)
        {
            scanner.Prove(schema);
        }
    }

    /// <summary>Proves a member that the reader does not know. A name with escapes is left to the pass over the whole.</summary>
    internal void ProveOther(ref JsonScanner scanner)
    {
        if (_names is not null)
        {
            scanner.IsLossy |= scanner.NameIsEscaped || !_names.AcceptsText(scanner.Name);
        }

        if (_others is not null)
        {
            scanner.Prove(_others);
        }
    }
}
