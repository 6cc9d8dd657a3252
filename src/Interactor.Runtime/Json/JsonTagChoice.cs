using Interactor.Runtime.Json.Names;

namespace Interactor.Runtime.Json;

/// <summary>Finds the case of a union by the text of one member, wherever in the object it stands.</summary>
public sealed class JsonTagChoice
{
    /// <summary>What <see cref="Find"/> answers for a value that has no tag.</summary>
    public const int None = -1;

    private readonly byte[] _property;

    private readonly Utf8Names _tags;

    private readonly int[] _cases;

    private readonly int _unknown;

    /// <summary>A choice.</summary>
    /// <param name="property">The member's name.</param>
    /// <param name="unknown">The case for texts that stand for no other.</param>
    /// <param name="tags">Each text with its case; no text twice.</param>
    public JsonTagChoice(string property, int unknown, params (string Text, int Case)[] tags)
    {
        ArgumentNullException.ThrowIfNull(property);
        ArgumentNullException.ThrowIfNull(tags);
        _property = System.Text.Encoding.UTF8.GetBytes(property);
        _unknown = unknown;
        _tags = new([.. tags.Select(t => t.Text)]);
        _cases = [.. tags.Select(t => t.Case)];
    }

    /// <summary>The case of the value that a scanner stands at; of several members with the name, the first counts.</summary>
    /// <param name="scanner">The scanner; the caller's own stays where it is.</param>
    /// <returns><see cref="None"/> for a value that is no object or has no text as its tag.</returns>
    public int Find(JsonScanner scanner)
    {
        if (!scanner.TryBeginObject())
        {
            return None;
        }

        while (scanner.NextMember())
        {
            if (scanner.NameEquals(_property))
            {
                return scanner.TryString(out ReadOnlySpan<byte> raw, out bool isEscaped) ? CaseOf(isEscaped ? NameText.Find(_tags, raw) : _tags.Find(raw)) : None;
            }

            scanner.TrySkip();
        }

        return None;
    }

    private int CaseOf(int tag) => tag < 0 ? _unknown : _cases[tag];
}
