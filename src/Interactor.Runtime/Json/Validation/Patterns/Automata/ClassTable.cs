namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>The class of each character, quickly.</summary>
internal sealed class ClassTable
{
    private readonly int[] _starts;

    private readonly byte[] _classes;

    private readonly byte[] _ascii = new byte[128];

    /// <param name="classes">The classes.</param>
    public ClassTable(CharacterClasses classes)
    {
        _starts = classes.Starts;
        _classes = classes.Classes;
        for (int i = 0; i < _ascii.Length; i++)
        {
            _ascii[i] = Of(i);
        }
    }

    /// <summary>The classes of the characters below U+0080.</summary>
    public ReadOnlySpan<byte> Ascii => _ascii;

    /// <summary>The class of the first character of UTF-8 text.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="used">How many bytes the character has.</param>
    public byte First(ReadOnlySpan<byte> utf8, out int used)
    {
        used = 1;
        return utf8[0] < _ascii.Length ? _ascii[utf8[0]] : Of(CodePoint.Decode(utf8, out used));
    }

    public byte Of(int codePoint)
    {
        int low = 0;
        int high = _starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >> 1;
            if (_starts[middle] <= codePoint)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return _classes[low];
    }
}
