using System.Text;

namespace Interactor.Runtime.Json.Validation;

/// <summary>The member names that one schema object mentions, numbered; one look-up a member serves all of its keywords.</summary>
internal sealed class NameTable
{
    private readonly List<byte[]> _names = [];

    private int[] _slots = [-1];

    public int Count => _names.Count;

    /// <summary>The number of a name, which gets one if it has none yet.</summary>
    public int Add(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        int known = Find(utf8);
        if (known >= 0)
        {
            return known;
        }

        _names.Add(utf8);
        if (_names.Count * 2 > _slots.Length)
        {
            _slots = new int[_slots.Length * 4];
            _slots.AsSpan().Fill(-1);
            for (int i = 0; i < _names.Count - 1; i++)
            {
                Place(i);
            }
        }

        Place(_names.Count - 1);
        return _names.Count - 1;
    }

    /// <summary>The names in the order of their numbers.</summary>
    public IEnumerable<string> All => _names.Select(Encoding.UTF8.GetString);

    /// <returns>-1 when the schema does not mention the name.</returns>
    public int Find(scoped ReadOnlySpan<byte> utf8)
    {
        for (int slot = Hash(utf8) & (_slots.Length - 1); _slots[slot] is >= 0 and int index; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_names[index].AsSpan().SequenceEqual(utf8))
            {
                return index;
            }
        }

        return -1;
    }

    private void Place(int index)
    {
        int slot = Hash(_names[index]) & (_slots.Length - 1);
        while (_slots[slot] >= 0)
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        _slots[slot] = index;
    }

    // Only names of the schema are ever placed, so no sender can fill a slot.
    private static int Hash(scoped ReadOnlySpan<byte> utf8)
    {
        uint hash = 2166136261;
        foreach (byte b in utf8)
        {
            hash = (hash ^ b) * 16777619;
        }

        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }
}
