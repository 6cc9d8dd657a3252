namespace Interactor.Host.People;

/// <summary>E-mail addresses, as far as signing in needs them: the same person in one spelling only.</summary>
internal static class EmailAddress
{
    // RFC 5321, section 4.5.3.1.3.
    private const int MostCharacters = 254;

    /// <summary>The one spelling of an address; null where the text is none.</summary>
    public static string? Read(string? text)
    {
        string trimmed = text?.Trim() ?? "";
        int at = trimmed.LastIndexOf('@');
        return at > 0 && at < trimmed.Length - 1 && trimmed.Length <= MostCharacters && !trimmed.Any(static c => char.IsControl(c) || char.IsWhiteSpace(c))
            ? trimmed.ToLowerInvariant()
            : null;
    }
}
