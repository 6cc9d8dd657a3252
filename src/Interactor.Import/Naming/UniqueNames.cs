using System.Globalization;

namespace Interactor.Import.Naming;

/// <summary>Names that are given once. A collision gets a suffix that means something, then a number.</summary>
internal sealed class UniqueNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public UniqueNames(StringComparer? comparer = null) => _taken = new HashSet<string>(comparer ?? StringComparer.Ordinal);

    public bool IsTaken(string name) => _taken.Contains(name);

    public void Reserve(string name) => _taken.Add(name);

    /// <summary>The first of the proposals that is free; else the last one with a number.</summary>
    /// <param name="separator">What stands before the number.</param>
    public string Claim(IEnumerable<string> proposals, string separator)
    {
        string last = "";
        foreach (string proposal in proposals)
        {
            last = proposal;
            if (_taken.Add(proposal))
            {
                return proposal;
            }
        }

        // The number goes on where it ended before, so that many equal names take no longer than few.
        int number = _numbers.GetValueOrDefault(last, 1);
        string numbered;
        do
        {
            number++;
            numbered = last + separator + number.ToString(CultureInfo.InvariantCulture);
        }
        while (!_taken.Add(numbered));
        _numbers[last] = number;
        return numbered;
    }
}
