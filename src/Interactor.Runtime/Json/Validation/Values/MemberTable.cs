using System.Buffers;
using System.Numerics;

namespace Interactor.Runtime.Json.Validation.Values;

/// <summary>The members of one object by name, so that two objects compare in linear time whatever their order.</summary>
internal ref struct MemberTable
{
    private readonly ReadOnlySpan<byte> _object;
    private readonly int[] _slots;
    private readonly int _mask;
    private Member[] _members;

    /// <param name="json">A well-formed object as it stands.</param>
    public MemberTable(ReadOnlySpan<byte> json)
    {
        _object = json;
        _members = ArrayPool<Member>.Shared.Rent(16);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(CountNames(json) * 2) + 2);
        _slots = ArrayPool<int>.Shared.Rent(size);
        _slots.AsSpan(0, size).Fill(-1);
        _mask = size - 1;
        JsonScanner scanner = new(json, int.MaxValue);
        scanner.TryBeginObject();
        while (scanner.NextMember())
        {
            using PooledText name = new(scanner.Name, scanner.NameIsEscaped);
            int start = scanner.Position;
            scanner.TrySkip();
            Add(name.Utf8, start, scanner.Position);
        }
    }

    /// <summary>How many different names.</summary>
    public int Count { get; private set; }

    public readonly int HashAt(int index) => _members[index].Hash;

    /// <summary>The value of the member.</summary>
    public readonly ReadOnlySpan<byte> ValueAt(int index) => _object[_members[index].ValueStart.._members[index].ValueEnd];

    /// <summary>The member's name, escapes resolved, in memory of its own where there were any.</summary>
    public readonly ReadOnlySpan<byte> NameAt(int index) => _members[index].Name;

    public readonly bool TryFind(scoped ReadOnlySpan<byte> name, int hash, out ReadOnlySpan<byte> value)
    {
        int slot = Slot(name, hash);
        value = _slots[slot] < 0 ? default : ValueAt(_slots[slot]);
        return _slots[slot] >= 0;
    }

    public readonly void Dispose()
    {
        ArrayPool<Member>.Shared.Return(_members, clearArray: true);
        ArrayPool<int>.Shared.Return(_slots);
    }

    private static int CountNames(ReadOnlySpan<byte> json)
    {
        JsonScanner scanner = new(json, int.MaxValue);
        int count = 0;
        scanner.TryBeginObject();
        while (scanner.NextMember() && scanner.TrySkip())
        {
            count++;
        }

        return count;
    }

    private void Add(scoped ReadOnlySpan<byte> name, int start, int end)
    {
        int hash = TextHash.Of(name);
        int slot = Slot(name, hash);
        if (_slots[slot] >= 0)
        {
            _members[_slots[slot]] = _members[_slots[slot]] with { ValueStart = start, ValueEnd = end };
            return;
        }

        if (Count == _members.Length)
        {
            Member[] more = ArrayPool<Member>.Shared.Rent(Count * 2);
            _members.CopyTo(more, 0);
            ArrayPool<Member>.Shared.Return(_members, clearArray: true);
            _members = more;
        }

        _slots[slot] = Count;
        _members[Count++] = new(name.ToArray(), hash, start, end);
    }

    private readonly int Slot(scoped ReadOnlySpan<byte> name, int hash)
    {
        int slot = hash & _mask;
        while (_slots[slot] >= 0 && !(_members[_slots[slot]].Hash == hash && name.SequenceEqual(_members[_slots[slot]].Name)))
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }

    private readonly record struct Member(byte[] Name, int Hash, int ValueStart, int ValueEnd);
}
