using System.Numerics;
using Interactor.Runtime.Json.Scanning;

namespace Interactor.Runtime.Json;

/// <summary>
/// The members of one object that came behind others which the record has after them. Another walk over the record reads on from there, because
/// a document in another order mostly turns back a few times only. Where it does so more often, scalars are skipped and read when the object
/// has ended. An array or an object is never skipped, so that nothing of any size is gone through twice.
/// </summary>
internal sealed class LateMembers
{
    private const int None = -1;

    // A walk costs as much as a record has members, so many walks over few of them are as good as few over many.
    private const int MostVisits = 64;

    // Objects are many and mostly small, so one is kept for each thread.
    [ThreadStatic]
    private static LateMembers? _kept;

    private Stop[] _stops = [];

    // One bit for each stop.
    private ulong[] _bits = [];

    private int _resumed;

    // How many more walks for scalars there may be.
    private int _walksLeft;

    private Stop _end;

    /// <summary>The scanner stands at a member, amid the object.</summary>
    public bool IsResumed => _resumed != None;

    /// <summary>The object has ended, and what was skipped is read.</summary>
    public bool IsRevisiting { get; private set; }

    /// <summary>Those of an object, none so far.</summary>
    /// <param name="count">How many members the record has.</param>
    public static LateMembers Rent(int count)
    {
        LateMembers late = _kept ?? new();
        _kept = null;
        late.IsRevisiting = false;
        late._resumed = None;
        late._walksLeft = MostVisits / count;
        if (late._stops.Length < count)
        {
            late._stops = new Stop[count];
            late._bits = new ulong[(count + 63) / 64];
        }

        late._bits.AsSpan().Clear();
        return late;
    }

    /// <summary>Whether a value is to be skipped for now.</summary>
    /// <param name="kind">Its kind.</param>
    public bool Skips(JsonKinds kind) => _walksLeft <= 0 && (kind & (JsonKinds.Array | JsonKinds.Object)) == 0;

    /// <summary>Skips a value for now.</summary>
    /// <param name="member">The number of the member.</param>
    /// <param name="scanner">At the value; afterwards behind it.</param>
    /// <returns>False when the bytes are not JSON.</returns>
    public bool Skip(int member, ref JsonScanner scanner)
    {
        _bits[member >> 6] |= 1UL << member;
        _stops[member] = new(scanner.Place, scanner.ProvenTo);
        return scanner.TrySkip();
    }

    /// <summary>Keeps the place of the scanner for another walk. Of two values of one member the later one counts.</summary>
    /// <param name="member">The number of the member that it stands at.</param>
    public void Resume(int member)
    {
        _bits[member >> 6] &= ~(1UL << member);
        _resumed = member;
        _walksLeft--;
    }

    /// <summary>Begins another walk, where there is a reason; otherwise nobody may use this any more.</summary>
    /// <param name="scanner">Where the last walk left it; behind the object when there is no reason any more.</param>
    /// <returns>The number of the member that the scanner stands at; negative where everything is read.</returns>
    public int Begin(ref JsonScanner scanner)
    {
        int member = _resumed;
        if (member != None)
        {
            _resumed = None;
            return member;
        }

        if (!IsRevisiting)
        {
            IsRevisiting = true;
            _end = new(scanner.Place, scanner.ProvenTo);
            member = Revisit(0, ref scanner);
        }

        if (member == None)
        {
            scanner.Revisit(_end.Place, _end.ProvenTo);
            _kept = this;
        }

        return member;
    }

    /// <summary>Goes to the next value that was skipped.</summary>
    /// <param name="from">The number of the first member that may be it.</param>
    /// <param name="scanner">Afterwards at the value.</param>
    /// <returns>The member's number; negative where there is none.</returns>
    public int Revisit(int from, ref JsonScanner scanner)
    {
        for (int word = from >> 6; word < _bits.Length; word++)
        {
            ulong bits = word == from >> 6 ? _bits[word] >> from << from : _bits[word];
            if (bits != 0)
            {
                int member = (word << 6) + BitOperations.TrailingZeroCount(bits);
                scanner.Revisit(_stops[member].Place, _stops[member].ProvenTo);
                return member;
            }
        }

        return None;
    }

    // Where a member stands, and how far the document was known to be valid there.
    private readonly record struct Stop(ScannerPlace Place, int ProvenTo);
}
