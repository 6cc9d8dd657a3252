using System.Text;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What is asked of an object's members as a whole: how many, which must be there, which need which.</summary>
internal sealed class ObjectEnd
{
    private readonly int _least;
    private readonly int _most;
    private readonly ulong[] _required;
    private readonly (int Trigger, ulong[] Needed)[] _dependent;

    private ObjectEnd(int least, int most, ulong[] required, (int Trigger, ulong[] Needed)[] dependent)
    {
        _least = least;
        _most = most;
        _required = required;
        _dependent = dependent;
    }

    public static ObjectEnd Of(SchemaModel schema, NameTable watched)
    {
        ObjectKeywords? keywords = schema.Object;
        return new(
            keywords?.MinProperties ?? 0,
            keywords?.MaxProperties ?? int.MaxValue,
            Bits(keywords?.Required ?? [], watched),
            [.. keywords?.DependentRequired.Select(d => (Number(d.Key, watched), Bits(d.Value, watched))) ?? []]);
    }

    public static ObjectEnd Merge(IReadOnlyList<ObjectEnd> ends) => new(
        ends.Select(static e => e._least).Append(0).Max(),
        ends.Select(static e => e._most).Append(int.MaxValue).Min(),
        [.. Enumerable.Range(0, ends.Select(static e => e._required.Length).Append(0).Max()).Select(w => ends.Aggregate(0UL, (bits, e) => bits | (w < e._required.Length ? e._required[w] : 0)))],
        [.. ends.SelectMany(static e => e._dependent)]);

    /// <param name="count">How many members there were.</param>
    /// <param name="seen">A bit for each watched name that was there.</param>
    public bool Accepts(int count, ReadOnlySpan<ulong> seen)
    {
        if (count < _least || count > _most || !Has(seen, _required))
        {
            return false;
        }

        foreach ((int trigger, ulong[] needed) in _dependent)
        {
            if ((seen[trigger >> 6] >> trigger & 1) != 0 && !Has(seen, needed))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(ReadOnlySpan<ulong> seen, ulong[] needed)
    {
        for (int i = 0; i < needed.Length; i++)
        {
            if ((seen[i] & needed[i]) != needed[i])
            {
                return false;
            }
        }

        return true;
    }

    // As many words as the last name needs.
    private static ulong[] Bits(IEnumerable<string> names, NameTable watched)
    {
        int[] numbers = [.. names.Select(n => Number(n, watched))];
        ulong[] bits = new ulong[numbers.Length == 0 ? 0 : (numbers.Max() >> 6) + 1];
        foreach (int number in numbers)
        {
            bits[number >> 6] |= 1UL << number;
        }

        return bits;
    }

    private static int Number(string name, NameTable watched) => watched.Find(Encoding.UTF8.GetBytes(name));
}
