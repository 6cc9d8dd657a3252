using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Interactor.Runtime.Json.Names;

/// <summary>
/// A member's name as documents mostly write it: quoted, without escapes, and with the colon right behind. Whether it stands at a place is
/// told by comparing words, so that nobody has to look for where the name ends.
/// </summary>
internal readonly struct NameToken
{
    // The quotes and the colon.
    private const int Around = 3;

    private readonly byte[] _text;

    // The first word of the token, of a shorter one with zeros behind it.
    private readonly ulong _head;

    private readonly ulong _headMask;

    private readonly ulong _tail;

    private readonly int _length;

    // How many bytes must be left to compare words; more than there can be for a name that is never written like that.
    private readonly int _room;

    /// <param name="utf8">The name without escapes.</param>
    public NameToken(ReadOnlySpan<byte> utf8)
    {
        _text = [(byte)'"', .. utf8, (byte)'"', (byte)':'];
        _length = _text.Length;
        Span<byte> words = stackalloc byte[sizeof(ulong) * 2];
        words.Clear();
        int first = Math.Min(sizeof(ulong), _text.Length);
        _text.AsSpan(0, first).CopyTo(words);
        words.Slice(sizeof(ulong), first).Fill(byte.MaxValue);
        _head = MemoryMarshal.Read<ulong>(words);
        _headMask = MemoryMarshal.Read<ulong>(words[sizeof(ulong)..]);
        _tail = _text.Length >= sizeof(ulong) ? MemoryMarshal.Read<ulong>(_text.AsSpan(_text.Length - sizeof(ulong))) : 0;
        _room = NeedsEscapes(utf8) ? int.MaxValue : Math.Max(sizeof(ulong), _text.Length);
    }

    /// <summary>The name alone, without escapes.</summary>
    public ReadOnlySpan<byte> Name => _text.AsSpan(1, _length - Around);

    /// <summary>The length with quotes and colon.</summary>
    public int Length => _length;

    /// <summary>Whether the text goes on with the token. The answer may be no at the very end of a text, where nothing that is JSON ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StandsAt(ReadOnlySpan<byte> text, int at)
    {
        if (text.Length - at < _room)
        {
            return false;
        }

        ref byte start = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at);
        int length = _length;
        return (Unsafe.ReadUnaligned<ulong>(ref start) & _headMask) == _head
            && (length <= sizeof(ulong)
                || (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - sizeof(ulong))) == _tail && (length <= 2 * sizeof(ulong) || HasMiddle(ref start))));
    }

    // Between the first word and the last; up to a vector more is compared at once.
    private bool HasMiddle(ref byte start)
    {
        ref byte text = ref MemoryMarshal.GetArrayDataReference(_text);
        int length = _length;
        return length <= 2 * Vector128<byte>.Count
            ? ((Vector128.LoadUnsafe(ref start) ^ Vector128.LoadUnsafe(ref text))
                | (Vector128.LoadUnsafe(ref start, (nuint)(length - Vector128<byte>.Count)) ^ Vector128.LoadUnsafe(ref text, (nuint)(length - Vector128<byte>.Count))))
                == Vector128<byte>.Zero
            : MemoryMarshal.CreateReadOnlySpan(ref start, length).SequenceEqual(_text);
    }

    private static bool NeedsEscapes(ReadOnlySpan<byte> utf8) => utf8.ContainsAny((byte)'"', (byte)'\\') || utf8.ContainsAnyInRange<byte>(0, 0x1F);
}
