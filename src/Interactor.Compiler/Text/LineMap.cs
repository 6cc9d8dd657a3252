namespace Interactor.Compiler.Text;

/// <summary>Turns offsets into line positions. A line ends with LF, CRLF or CR.</summary>
public sealed class LineMap
{
    private readonly int[] _starts;

    private LineMap(int[] starts) => _starts = starts;

    public int LineCount => _starts.Length;

    public static LineMap Of(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return new LineMap([.. starts]);
    }

    public int StartOf(int line) => _starts[line];

    public LinePosition PositionOf(int offset)
    {
        int index = Array.BinarySearch(_starts, offset);
        int line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line, offset - _starts[line]);
    }
}
