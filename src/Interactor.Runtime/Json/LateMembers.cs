using Interactor.Runtime.Json.Scanning;

namespace Interactor.Runtime.Json;

/// <summary>
/// The members of one object that came behind others which the record has after them. A scalar is skipped and read when the object has ended;
/// an array or an object is read where it stands, by another walk over the record, so that nothing of any size is gone through twice.
/// </summary>
/// <param name="count">How many members the record has.</param>
internal sealed class LateMembers(int count)
{
    private const int None = -1;

    private readonly Stop[] _stops = new Stop[count];

    private int _resumed = None;

    private int _stopCount;

    private Stop _end;

    /// <summary>The scanner stands at a member, amid the object.</summary>
    public bool IsResumed => _resumed != None;

    /// <summary>The object has ended, and what was skipped is read.</summary>
    public bool IsRevisiting { get; private set; }

    /// <summary>Skips a scalar for now.</summary>
    /// <param name="member">Its number.</param>
    /// <param name="scanner">At the value; afterwards behind it.</param>
    /// <returns>False when the bytes are not JSON.</returns>
    public bool Skip(int member, ref JsonScanner scanner)
    {
        _stopCount += _stops[member].IsThere ? 0 : 1;
        _stops[member] = new(scanner.Place, scanner.ProvenTo);
        return scanner.TrySkip();
    }

    /// <summary>Keeps the place of the scanner for another walk. Of two values of one member the later one counts.</summary>
    /// <param name="member">The number of the member that it stands at.</param>
    public void Resume(int member)
    {
        _stopCount -= _stops[member].IsThere ? 1 : 0;
        _stops[member] = default;
        _resumed = member;
    }

    /// <summary>Begins another walk, where there is a reason.</summary>
    /// <param name="scanner">Where the last walk left it; behind the object when there is no reason any more.</param>
    /// <returns>The number of the member that the scanner stands at; negative where everything is read.</returns>
    public int Begin(ref JsonScanner scanner)
    {
        if (IsRevisiting)
        {
            scanner.Revisit(_end.Place, _end.ProvenTo);
            return None;
        }

        if (IsResumed)
        {
            int member = _resumed;
            _resumed = None;
            return member;
        }

        IsRevisiting = _stopCount > 0;
        _end = new(scanner.Place, scanner.ProvenTo);
        return IsRevisiting ? Revisit(0, ref scanner) : None;
    }

    /// <summary>Goes to the next value that was skipped.</summary>
    /// <param name="from">The number of the first member that may be it.</param>
    /// <param name="scanner">Afterwards at the value.</param>
    /// <returns>The member's number; negative where there is none.</returns>
    public int Revisit(int from, ref JsonScanner scanner)
    {
        int member = Array.FindIndex(_stops, from, static s => s.IsThere);
        if (member >= 0)
        {
            scanner.Revisit(_stops[member].Place, _stops[member].ProvenTo);
        }

        return member;
    }

    // Where a member stands, and how far the document was known to be valid there.
    private readonly record struct Stop(ScannerPlace Place, int ProvenTo)
    {
        public bool IsThere { get; } = true;
    }
}
