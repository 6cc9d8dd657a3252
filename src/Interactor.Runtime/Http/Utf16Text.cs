namespace Interactor.Runtime.Http;

/// <summary>What C# text may lack to be text for others.</summary>
internal static class Utf16Text
{
    /// <summary>Whether each surrogate has its partner: half of a pair has no form in UTF-8 (RFC 3629, section 3).</summary>
    public static bool IsWhole(ReadOnlySpan<char> text)
    {
        for (int i = text.IndexOfAnyInRange('\ud800', '\udfff'); i >= 0; i = text.IndexOfAnyInRange('\ud800', '\udfff'))
        {
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return false;
            }

            text = text[(i + 2)..];
        }

        return true;
    }
}
