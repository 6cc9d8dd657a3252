using System.Text;

namespace Interactor.Runtime.Http;

/// <summary>A name that somebody else gave, as it may stand in a message: short, and of visible ASCII. It has no secrets any longer.</summary>
internal static class ShownName
{
    // The longest registered charset has 45 characters, the longest media type a few more.
    private const int Longest = 64;

    public static string Of(string name)
    {
        StringBuilder shown = new();
        foreach (char character in name.AsSpan(0, Math.Min(name.Length, Longest)))
        {
            // Beyond ASCII there are characters that turn a line around, or cannot be seen.
            if (character is >= ' ' and <= '~')
            {
                shown.Append(character);
            }
        }

        return (name.Length > Longest ? shown.Append('…') : shown).ToString();
    }
}
