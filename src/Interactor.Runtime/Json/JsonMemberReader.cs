using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>Walks over the members of one object for a generated reader.</summary>
/// <param name="table">The members that the reader knows.</param>
[SuppressMessage("Performance", "CA1815", Justification = "A reader is used in one place and never compared.")]
public struct JsonMemberReader(JsonMemberTable table)
{
    private readonly JsonMemberTable _table = table;

    // Few objects have more than 64 members.
    private readonly ulong[] _more = table.Count > 64 ? new ulong[(table.Count - 1) / 64] : [];

    private ulong _seen;
    private bool _isBegun;

    /// <summary>The number of the member that the scanner stands at; negative for one that the table does not know.</summary>
    public int Member { get; private set; } = -1;

    /// <summary>The last value could be read, as the generated reader says, and the value is an object.</summary>
    public bool IsRead { readonly get; set; } = true;

    /// <summary>The object was read, and has every required member.</summary>
    public readonly bool IsComplete => IsRead && _table.HasRequired(_seen, _more);

    /// <summary>Goes on to the next member, or into the object.</summary>
    /// <param name="scanner">At the object, or behind the value of the last member; afterwards at a value.</param>
    /// <returns>False at the end of the object, or where something could not be read.</returns>
    public bool Next(ref JsonScanner scanner)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            IsRead = scanner.TryBeginObject();
        }

        if (!IsRead)
        {
            return false;
        }

        int member = Member;
        bool isThere = _table.Next(ref scanner, ref _seen, _more, ref member);
        Member = member;
        return isThere;
    }

    /// <summary>Whether a member was there.</summary>
    /// <param name="member">Its number.</param>
    public readonly bool Has(int member) => ((member < 64 ? _seen : _more[(member >> 6) - 1]) & (1UL << member)) != 0;
}
