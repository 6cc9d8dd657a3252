using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Interactor.Runtime.Json.Names;

namespace Interactor.Runtime.Json;

/// <summary>The members that a generated record has, numbered in their order: their names, which of them must be there, and what becomes of others.</summary>
public sealed class JsonMemberTable
{
    private readonly MemberNames _names;

    // One bit a member.
    private readonly ulong[] _required;

    private readonly ulong _requiredOfFirst;

    private readonly ulong[] _notNull;

    private readonly ulong _notNullOfFirst;

    private readonly ulong[] _secret;

    private readonly JsonMemberProof? _proof;

    private readonly string[] _texts;

    // Null where no member has only one value; the numbers are then those of the calls of a walk.
    private readonly JsonConstant?[]? _constants;

    private readonly int[]? _calls;

    // Made when something is first written.
    private JsonEncodedText[]? _encoded;

    /// <summary>A table of members.</summary>
    /// <param name="members">
    /// The members, separated by commas, in the order in which they are most likely to come: each a mark and its name, in which a comma stands twice.
    /// <c>!</c> must be there; the null of <c>?</c> is understood as absence, because a provider sends null for what it leaves out; <c>-</c> neither.
    /// <c>1</c>, <c>2</c> and <c>3</c> are the same of members that no text for people shows. <c>=</c> must be there with one value, which comes
    /// behind the name, separated like a member. What comes last is about others: <c>.</c> the schema allows none, <c>*</c> they have a type;
    /// otherwise they are kept as they are; <c>#</c> no text for people shows them.
    /// </param>
    /// <param name="proof">What is validated while reading, because no test of the value stands for it; null for nothing.</param>
    /// <param name="others">How others are read and written that have a type.</param>
    /// <exception cref="ArgumentException">A member has no mark.</exception>
    public JsonMemberTable(string members, JsonMemberProof? proof = null, JsonOthers? others = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        (string marks, _texts, JsonConstant?[] constants, string last) = MemberList.Split(members);
        _names = new(Array.ConvertAll(_texts, Encoding.UTF8.GetBytes));
        Count = _texts.Length;
        _required = Bits(marks, '!', '1', MemberList.Constant);
        _requiredOfFirst = _required is [var some, ..] ? some : 0;
        _notNull = Bits(marks, '?', '2');
        _notNullOfFirst = _notNull is [var absent, ..] ? absent : 0;
        _secret = Bits(marks, '1', '2', '3');
        Others = last.StartsWith('*') ? others ?? throw new ArgumentException("Nobody says how others are read.", nameof(others)) : last == "." ? JsonOthers.None : JsonOthers.Kept;
        OthersAreSecret = last.EndsWith('#');
        _proof = proof;
        if (Array.Exists(constants, static c => c is not null))
        {
            _constants = constants;
            _calls = [.. constants.Select((_, i) => constants.Take(i).Count(static c => c is null))];
        }
    }

    /// <summary>How many members there are.</summary>
    internal int Count { get; }

    /// <summary>What the whole value must match, where that is what reading proves.</summary>
    internal JsonSchema? Whole => _proof?.Whole;

    /// <summary>Something is validated while reading.</summary>
    internal bool HasProof => _proof is not null;

    /// <summary>How members that the table does not know are read and written.</summary>
    internal JsonOthers Others { get; }

    /// <summary>No text for people shows those members.</summary>
    internal bool OthersAreSecret { get; }

    /// <summary>No text for people shows a member.</summary>
    /// <param name="member">Its number.</param>
    internal bool IsSecret(int member) => (_secret[member >> 6] & (1UL << member)) != 0;

    /// <summary>Whether a member must be there.</summary>
    /// <param name="member">Its number.</param>
    internal bool IsRequired(int member) => (_required[member >> 6] & (1UL << member)) != 0;

    /// <summary>No member has only one value: the number of each is that of its call.</summary>
    internal bool IsPlain => _constants is null;

    /// <summary>The value that a member can only have; null for one of many, and behind the last.</summary>
    /// <param name="member">Its number.</param>
    internal JsonConstant? ConstantOf(int member) => _constants is null || member >= _constants.Length ? null : _constants[member];

    /// <summary>The number of the call for a member: how many come before it that have more than one value.</summary>
    /// <param name="member">Its number.</param>
    internal int CallOf(int member) => _calls is null ? member : _calls[member];

    /// <summary>The name of a member.</summary>
    /// <param name="member">Its number.</param>
    internal string TextOf(int member) => _texts[member];

    /// <summary>The name of a member as it is written.</summary>
    /// <param name="member">Its number.</param>
    internal JsonEncodedText NameOf(int member) =>
        (_encoded ??= [.. _texts.Select(static t => JsonEncodedText.Encode(Encoding.UTF8.GetBytes(t), JavaScriptEncoder.UnsafeRelaxedJsonEscaping))])[member];

    /// <summary>Goes on to the next member of the object that the scanner is in.</summary>
    /// <param name="scanner">Afterwards at the member's value.</param>
    /// <param name="first">One bit for each of the first 64 members; starts as zeros.</param>
    /// <param name="more">Those of the others; null where there are none.</param>
    /// <param name="member">The member's number, negative for a member that the table does not know. Starts as -1; kept between two calls.</param>
    /// <returns>False when there is none: the object is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Next(ref JsonScanner scanner, ref ulong first, ulong[]? more, ref int member)
    {
        // A member that nobody knows keeps the place among the known ones: -2 - place.
        int place = member < 0 ? -2 - member : member;
        while (scanner.NextMember(_names, place + 1, out int found))
        {
            if (found < 0)
            {
                if (_proof is not null && scanner.IsProving)
                {
                    _proof.ProveOther(ref scanner);
                }

                member = -2 - place;
                return true;
            }

            place = found;
            bool isNullAbsence = found < 64 ? (_notNullOfFirst & (1UL << found)) != 0 : (_notNull[found >> 6] & (1UL << found)) != 0;
            if (isNullAbsence && !scanner.KeepsNull && scanner.TryNull())
            {
                scanner.IsLossy = true;
                continue;
            }

            Mark(ref scanner, ref found < 64 ? ref first : ref more![(found >> 6) - 1], 1UL << found);
            if (_proof is not null && scanner.IsProving)
            {
                _proof.Prove(ref scanner, found, _names[found].Name);
            }

            member = found;
            return true;
        }

        return false;
    }

    /// <summary>Whether one of some names is that of a member.</summary>
    /// <param name="names">The names.</param>
    internal bool HasAny(IEnumerable<string> names) => names.Any(n => _names.All.Find(Encoding.UTF8.GetBytes(n)) >= 0);

    /// <summary>Whether every required member was there.</summary>
    /// <param name="first">What <see cref="Next"/> has marked.</param>
    /// <param name="more">The same behind the first 64.</param>
    internal bool HasRequired(ulong first, ulong[]? more) => (_requiredOfFirst & ~first) == 0 && (more is null || HasMore(more));

    private static void Mark(ref JsonScanner scanner, ref ulong seen, ulong bit)
    {
        if ((seen & bit) != 0)
        {
            scanner.IsLossy = true;
        }

        seen |= bit;
    }

    private bool HasMore(ulong[] more)
    {
        for (int i = 1; i < _required.Length; i++)
        {
            if ((_required[i] & ~more[i - 1]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static ulong[] Bits(string marks, params ReadOnlySpan<char> wanted)
    {
        ulong[] bits = new ulong[(marks.Length + 63) / 64];
        for (int i = 0; i < marks.Length; i++)
        {
            if (wanted.Contains(marks[i]))
            {
                bits[i >> 6] |= 1UL << i;
            }
        }

        return bits;
    }
}
