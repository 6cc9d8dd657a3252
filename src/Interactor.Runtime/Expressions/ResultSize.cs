namespace Interactor.Runtime.Expressions;

/// <summary>
/// Bounds what functions make out of their arguments. Each of them grows its input by a factor, and factors multiply when functions
/// stand inside one another.
/// </summary>
internal static class ResultSize
{
    // Above what mail services take as a message with its attachments.
    private const long TextLimit = 128L * 1024 * 1024;

    private const long ItemLimit = 1_000_000;

    public static void CheckText(long length)
    {
        if (length > TextLimit)
        {
            throw new InteractorException(ErrorCode.InputInvalid, "An expression makes a text of more than 128 Mi characters.");
        }
    }

    public static void CheckItems(long count)
    {
        if (count > ItemLimit)
        {
            throw new InteractorException(ErrorCode.InputInvalid, "An expression makes a list of more than 1,000,000 items.");
        }
    }

    /// <summary>The bytes, when their encoding keeps within the limit.</summary>
    public static ReadOnlySpan<byte> Bounded(ReadOnlySpan<byte> bytes)
    {
        CheckText(2L * bytes.Length);
        return bytes;
    }

    /// <summary>The text, when replacing a part of it keeps within the limit.</summary>
    public static string Bounded(string text, string part, string replacement)
    {
        if (replacement.Length > part.Length)
        {
            long occurrences = text.AsSpan().Count(part);
            CheckText(text.Length + (occurrences * (replacement.Length - part.Length)));
        }

        return text;
    }
}
