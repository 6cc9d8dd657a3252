using Interactor.Runtime.Json.Names;

namespace Interactor.Runtime.Json;

/// <summary>The members that a generated reader knows, numbered in their order: it walks over an object and says which member comes next.</summary>
public sealed class JsonMemberTable
{
    private readonly Utf8Names _names;

    // One bit a member.
    private readonly ulong[] _required;

    private readonly ulong[] _notNull;

    private readonly bool _isClosed;

    private readonly JsonMemberProof? _proof;

    /// <summary>A table of members.</summary>
    /// <param name="names">Their names, in the order in which they are most likely to come.</param>
    /// <param name="required">The numbers of those that must be there.</param>
    /// <param name="notNull">The numbers of those whose null is understood as absence, because a provider sends null for what it leaves out.</param>
    /// <param name="isClosed">The schema allows no others.</param>
    /// <param name="proof">What is validated while reading, because no test of the value stands for it; null for nothing.</param>
    public JsonMemberTable(string[] names, ReadOnlySpan<int> required, ReadOnlySpan<int> notNull, bool isClosed, JsonMemberProof? proof = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = new(names);
        _required = Bits(required, names.Length);
        _notNull = Bits(notNull, names.Length);
        _isClosed = isClosed;
        _proof = proof;
    }

    /// <summary>Goes on to the next member of the object that the scanner is in.</summary>
    /// <param name="scanner">Afterwards at the member's value.</param>
    /// <param name="seen">One bit a known member; starts as zeros.</param>
    /// <param name="member">The member's number, negative for a member that the table does not know. Starts as -1; kept between two calls.</param>
    /// <returns>False when there is none: the object is left.</returns>
    public bool Next(ref JsonScanner scanner, scoped Span<ulong> seen, ref int member)
    {
        // A member that nobody knows keeps the place among the known ones: -2 - place.
        int place = member < 0 ? -2 - member : member;
        while (scanner.NextMember())
        {
            int found = scanner.NameIsEscaped ? NameText.Find(_names, scanner.Name) : _names.Find(scanner.Name, place + 1);
            if (found < 0)
            {
                scanner.IsLossy |= _isClosed;
                if (_proof is not null && scanner.IsProving)
                {
                    _proof.ProveOther(ref scanner);
                }

                member = -2 - place;
                return true;
            }

            place = found;
            int word = found >> 6;
            ulong bit = 1UL << found;
            if ((_notNull[word] & bit) != 0 && !scanner.KeepsNull && scanner.TryNull())
            {
                scanner.IsLossy = true;
                continue;
            }

            scanner.IsLossy |= (seen[word] & bit) != 0;
            seen[word] |= bit;
            if (_proof is not null && scanner.IsProving)
            {
                _proof.Prove(ref scanner, found);
            }

            member = found;
            return true;
        }

        return false;
    }

    /// <summary>Whether every required member was there.</summary>
    /// <param name="seen">What <see cref="Next"/> has marked.</param>
    public bool HasRequired(ReadOnlySpan<ulong> seen)
    {
        for (int i = 0; i < _required.Length; i++)
        {
            if ((_required[i] & ~seen[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong[] Bits(ReadOnlySpan<int> numbers, int count)
    {
        ulong[] bits = new ulong[(count + 63) / 64];
        foreach (int number in numbers)
        {
            bits[number >> 6] |= 1UL << number;
        }

        return bits;
    }
}
