namespace Interactor.Runtime.Execution;

/// <summary>
/// Notices that places repeat themselves, in memory that does not grow: at once where a place comes back within the last few, and after at most
/// three rounds of any longer circle (R. P. Brent, "An improved Monte Carlo factorization algorithm", 1980, section 2).
/// </summary>
internal sealed class PageTrail
{
    private const int Remembered = 32;

    private readonly string[] _last = new string[Remembered];
    private string _mark = "";
    private long _count;
    private long _markAgainAt = 1;

    /// <summary>Adds a place, and says whether it is known to have been there before.</summary>
    public bool IsRepeated(string place)
    {
        int known = (int)Math.Min(_count, Remembered);
        if (_last.AsSpan(0, known).Contains(place) || (_count > 0 && _mark == place))
        {
            return true;
        }

        _last[_count % Remembered] = place;
        _count++;
        if (_count == _markAgainAt)
        {
            _mark = place;
            _markAgainAt *= 2;
        }

        return false;
    }
}
