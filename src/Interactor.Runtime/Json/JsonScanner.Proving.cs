namespace Interactor.Runtime.Json;

/// <content>Whether what is read is valid as well, where whoever reads wants to know.</content>
public ref partial struct JsonScanner
{
    // Nobody wants to know whether what is read is valid.
    private const int NotProving = -2;

    /// <summary>
    /// What was read with this scanner shows less than the JSON held: one of two members of the same name, a null taken for absence, a member
    /// that the type has no room for, digits that made no whole number although what is left of them does; or it has not passed its test.
    /// What was read cannot say then whether the JSON matched a schema. Of bytes that <see cref="Prove"/> has found valid it does not matter.
    /// </summary>
    public bool IsLossy
    {
        readonly get => _isLossy;
        internal set => _isLossy |= value && _position > _provenTo;
    }

    /// <summary>A null where the type has none is refused, and not taken for absence: what is read as valid must be all that the JSON says.</summary>
    internal readonly bool KeepsNull => _provenTo != NotProving;

    /// <summary>
    /// Validates the value that the scanner stands at, without moving, where whoever reads wants to know whether the document is valid and
    /// the value does not lie in one that is validated already. It is for what a test of the value in C# cannot tell.
    /// </summary>
    /// <param name="schema">What the value must match.</param>
    public void Prove(JsonSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (_provenTo == NotProving || _position <= _provenTo)
        {
            return;
        }

        JsonScanner ahead = this;
        if (schema.Accepts(ref ahead))
        {
            _provenTo = ahead._position;
        }
        else
        {
            // The answer is known, so nothing more need be proven.
            IsLossy = true;
            _provenTo = int.MaxValue;
        }
    }

    /// <summary>Whoever reads wants to know whether what comes next, or has come last, is valid; and it does not lie in a value that is validated already.</summary>
    public readonly bool IsProving => _provenTo != NotProving && _position > _provenTo;

    /// <summary>What was read does not pass its test, so that only validation can tell whether it is valid.</summary>
    public void Doubt() => IsLossy = true;

    /// <summary>Whoever reads wants to know whether what is read is valid: <see cref="IsLossy"/> says when that is not sure.</summary>
    internal void BeginProving() => _provenTo = -1;
}
