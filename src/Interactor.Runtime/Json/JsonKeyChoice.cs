using System.Text;

namespace Interactor.Runtime.Json;

/// <summary>Finds the case of a union by members that only one of the cases has.</summary>
public sealed class JsonKeyChoice
{
    private readonly byte[][] _names;

    private readonly int[] _cases;

    /// <summary>A choice.</summary>
    /// <param name="keys">The members' names in the order in which they decide, each with its case.</param>
    public JsonKeyChoice(params (string Name, int Case)[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _names = [.. keys.Select(k => Encoding.UTF8.GetBytes(k.Name))];
        _cases = [.. keys.Select(k => k.Case)];
    }

    /// <summary>The case of the value that a scanner stands at: that of the first name which the object has.</summary>
    /// <param name="scanner">The scanner; the caller's own stays where it is.</param>
    /// <returns>-1 for a value that is no object or has none of the members.</returns>
    public int Find(JsonScanner scanner)
    {
        if (!scanner.TryBeginObject())
        {
            return -1;
        }

        int first = _names.Length;
        while (first > 0 && scanner.NextMember())
        {
            for (int i = 0; i < first; i++)
            {
                if (scanner.NameEquals(_names[i]))
                {
                    first = i;
                }
            }

            scanner.TrySkip();
        }

        return first < _cases.Length ? _cases[first] : -1;
    }
}
