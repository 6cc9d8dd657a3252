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
    private ExtensionData? _others;

    /// <summary>The number of the member that the scanner stands at; negative for one that the table does not know.</summary>
    public int Member { get; private set; } = -1;

    /// <summary>The last value could be read, as the generated reader says, and the value is an object.</summary>
    public bool IsRead { readonly get; set; } = true;

    /// <summary>The members that the table does not know, where it keeps them; null where there were none.</summary>
    public readonly ExtensionData? Others => _others;

    /// <summary>The object was read, and has every required member.</summary>
    public readonly bool IsComplete => IsRead && _table.HasRequired(_seen, _more);

    /// <summary>Goes on to the next member that the reader has to read, or into the object.</summary>
    /// <param name="scanner">At the object, or behind the value of the last member; afterwards at a value.</param>
    /// <returns>False at the end of the object, or where something could not be read.</returns>
    public bool Next(ref JsonScanner scanner)
    {
        if (!_isBegun)
        {
            _isBegun = true;
            IsRead = scanner.TryBeginObject();
        }

        while (IsRead)
        {
            int member = Member;
            bool isThere = _table.Next(ref scanner, ref _seen, _more, ref member);
            Member = member;
            if (!isThere || member >= 0 || _table.LeavesOthers)
            {
                return isThere;
            }

            IsRead = _table.KeepsOthers ? ExtensionData.TryRead(ref scanner, ref _others) : scanner.TrySkip();
        }

        return false;
    }

    /// <summary>Whether a member was there.</summary>
    /// <param name="member">Its number.</param>
    public readonly bool Has(int member) => ((member < 64 ? _seen : _more[(member >> 6) - 1]) & (1UL << member)) != 0;
}
