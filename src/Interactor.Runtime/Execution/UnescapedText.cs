using System.Text;

namespace Interactor.Runtime.Execution;

/// <summary>Text as those read it who read escapes in it, whoever wrote them, and where each of its characters stands in the text as it came.</summary>
internal sealed class UnescapedText
{
    private readonly List<(int Start, int End)> _places;

    private UnescapedText(string text, List<(int Start, int End)> places)
    {
        Text = text;
        _places = places;
    }

    public string Text { get; }

    /// <summary>What is visible of a text as it came, and in every other reading that escapes in escapes allow, as deep as this.</summary>
    public static IEnumerable<UnescapedText> ReadingsOf(string text, int depth) =>
        new UnescapedText(text, [.. Enumerable.Range(0, text.Length).Select(static i => (i, i + 1))]).Readings(depth);

    /// <summary>Where characters stand in the text as it came.</summary>
    public (int Start, int End) PlaceOf(int index, int length) => (_places[index].Start, _places[index + length - 1].End);

    private IEnumerable<UnescapedText> Readings(int depth)
    {
        yield return Only(VisibleText.Has);
        if (depth == 0)
        {
            yield break;
        }

        UnescapedText whole = Only(VisibleText.LeavesPlace);
        UnescapedText?[] deeper = [whole.Unescape('\\', JsonEscape.Read), whole.Unescape('%', PercentEscape.Read), whole.Unescape('+', PercentEscape.ReadForm)];
        foreach (UnescapedText reading in deeper.OfType<UnescapedText>().SelectMany(text => text.Readings(depth - 1)))
        {
            yield return reading;
        }
    }

    private UnescapedText Only(Func<char, bool> isKept)
    {
        StringBuilder kept = new(Text.Length);
        List<(int Start, int End)> places = new(Text.Length);
        for (int i = 0; i < Text.Length; i++)
        {
            if (isKept(Text[i]))
            {
                kept.Append(Text[i]);
                places.Add(_places[i]);
            }
        }

        return new UnescapedText(kept.ToString(), places);
    }

    // Null where there is no escape.
    private UnescapedText? Unescape(char mark, Func<ReadOnlySpan<char>, StringBuilder, int> read)
    {
        if (!Text.Contains(mark, StringComparison.Ordinal))
        {
            return null;
        }

        StringBuilder plain = new(Text.Length);
        List<(int Start, int End)> places = new(Text.Length);
        for (int i = 0; i < Text.Length;)
        {
            int length = read(Text.AsSpan(i), plain);
            while (places.Count < plain.Length)
            {
                places.Add(PlaceOf(i, length));
            }

            i += length;
        }

        return plain.Equals(Text.AsSpan()) ? null : new UnescapedText(plain.ToString(), places);
    }
}
