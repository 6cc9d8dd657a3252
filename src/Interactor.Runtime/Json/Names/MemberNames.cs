using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json.Names;

/// <summary>The names of members that an object may have, numbered in the order in which documents tend to write them.</summary>
internal sealed class MemberNames
{
    private readonly NameToken[] _tokens;

    /// <param name="names">The names without escapes, all different.</param>
    public MemberNames(byte[][] names)
    {
        All = new(names);
        _tokens = Array.ConvertAll(names, static n => new NameToken(n));
    }

    /// <summary>The names as a set.</summary>
    public Utf8Names All { get; }

    public int Count => _tokens.Length;

    /// <summary>The name's token.</summary>
    public ref readonly NameToken this[int number] => ref _tokens[number];

    /// <summary>The number of the name that stands at a place, where it is the one expected or, when that is left out, the next.</summary>
    /// <returns>-1 when it is another, or is written in another way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int At(ReadOnlySpan<byte> text, int at, int expected)
    {
        NameToken[] tokens = _tokens;
        if ((uint)expected < (uint)tokens.Length && tokens[expected].StandsAt(text, at))
        {
            return expected;
        }

        expected++;
        return (uint)expected < (uint)tokens.Length && tokens[expected].StandsAt(text, at) ? expected : -1;
    }
}
