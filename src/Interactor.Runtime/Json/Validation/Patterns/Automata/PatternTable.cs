using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>A deterministic automaton over the characters of UTF-8 text: one look into a table a character, whatever the pattern.</summary>
internal sealed class PatternTable
{
    /// <summary>The state from which nothing can match.</summary>
    public const int Dead = 0;

    /// <summary>The state in which the text matches, whatever follows.</summary>
    public const int Found = 1;

    /// <summary>The first state of a text.</summary>
    public const int Start = 2;

    private const int FirstOther = 0x80;

    private readonly ClassTable _characters;

    // As long as a byte can tell, so that no index is checked; the upper half is not used.
    private readonly byte[] _ascii = new byte[256];

    // Each row has a state for every class of characters; states are numbered by where their rows begin.
    private readonly ushort[] _rows;

    private readonly bool[] _accepts;

    private readonly int _width;

    /// <param name="classes">The classes of characters.</param>
    /// <param name="rows">What follows each state, by class.</param>
    /// <param name="accepts">Whether a text that ends in the state matches.</param>
    public PatternTable(CharacterClasses classes, List<int[]> rows, List<bool> accepts)
    {
        _characters = new(classes);
        _accepts = [.. accepts];
        _width = classes.Count;
        _rows = new ushort[rows.Count * _width];
        for (int i = 0; i < _rows.Length; i++)
        {
            _rows[i] = (ushort)(rows[i / _width][i % _width] * _width);
        }

        for (int i = 0; i < FirstOther; i++)
        {
            _ascii[i] = _characters.Of(i);
        }
    }

    public bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        ref ushort rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        ref byte ascii = ref MemoryMarshal.GetArrayDataReference(_ascii);
        int found = _width;
        int state = Start * _width;
        for (int i = 0; i < utf8.Length;)
        {
            int characterClass;
            byte value = utf8[i];
            if (value < FirstOther)
            {
                characterClass = Unsafe.Add(ref ascii, value);
                i++;
            }
            else
            {
                characterClass = _characters.Of(CodePoint.Decode(utf8[i..], out int used));
                i += used;
            }

            // Each state is where a row begins, and no class is wider than one.
            state = Unsafe.Add(ref rows, state + characterClass);
            if (state <= found)
            {
                return state == found;
            }
        }

        return _accepts[state / _width];
    }
}
