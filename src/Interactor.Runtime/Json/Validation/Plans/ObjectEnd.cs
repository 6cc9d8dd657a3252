using System.Text;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What is asked of an object's members as a whole: how many, which must be there, which need which.</summary>
internal sealed class ObjectEnd
{
    /// <summary>What a schema asks that asks nothing.</summary>
    public static readonly ObjectEnd Nothing = new(0, int.MaxValue, [], []);

    private readonly int _least;
    private readonly int _most;
    private readonly ulong[] _required;
    private readonly Dependency[] _dependent;

    private ObjectEnd(int least, int most, ulong[] required, Dependency[] dependent)
    {
        _least = least;
        _most = most;
        _required = required;
        _dependent = dependent;
    }

    public static ObjectEnd Of(SchemaModel schema, NameTable watched)
    {
        if (schema.Object is not { } keywords)
        {
            return Nothing;
        }

        List<Dependency> dependent = [];
        foreach ((string name, string[] needed) in keywords.DependentRequired)
        {
            dependent.Add(new(Number(name, watched), Bits(needed, watched)));
        }

        return keywords is { MinProperties: 0, MaxProperties: int.MaxValue, Required.Length: 0 } && dependent.Count == 0
            ? Nothing
            : new(keywords.MinProperties, keywords.MaxProperties, Bits(keywords.Required, watched), [.. dependent]);
    }

    public static ObjectEnd Merge(ObjectEnd[] ends)
    {
        if (ends.Length == 1)
        {
            return ends[0];
        }

        int least = 0;
        int most = int.MaxValue;
        ulong[] required = [];
        List<Dependency> dependent = [];
        foreach (ObjectEnd end in ends)
        {
            least = Math.Max(least, end._least);
            most = Math.Min(most, end._most);
            required = Union(required, end._required);
            dependent.AddRange(end._dependent);
        }

        return new(least, most, required, [.. dependent]);
    }

    /// <param name="count">How many members there were.</param>
    /// <param name="seen">A bit for each watched name that was there.</param>
    public bool Accepts(int count, ReadOnlySpan<ulong> seen)
    {
        if (count < _least || count > _most || !Has(seen, _required))
        {
            return false;
        }

        foreach (Dependency dependency in _dependent)
        {
            if ((seen[dependency.Trigger >> 6] >> dependency.Trigger & 1) != 0 && !Has(seen, dependency.Needed))
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
    private static ulong[] Bits(string[] names, NameTable watched)
    {
        ulong[] bits = [];
        foreach (string name in names)
        {
            int number = Number(name, watched);
            if (bits.Length <= number >> 6)
            {
                Array.Resize(ref bits, (number >> 6) + 1);
            }

            bits[number >> 6] |= 1UL << number;
        }

        return bits;
    }

    private static ulong[] Union(ulong[] left, ulong[] right)
    {
        ulong[] union = new ulong[Math.Max(left.Length, right.Length)];
        for (int i = 0; i < union.Length; i++)
        {
            union[i] = (i < left.Length ? left[i] : 0) | (i < right.Length ? right[i] : 0);
        }

        return union;
    }

    private static int Number(string name, NameTable watched) => watched.Find(Encoding.UTF8.GetBytes(name));

    private sealed record Dependency(int Trigger, ulong[] Needed);
}
