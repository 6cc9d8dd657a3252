using System.Text;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>
/// Takes the secrets of a call out of text that the provider wrote: some providers repeat a refused key in their message. A provider's text may be of any
/// length, so only its beginning is looked at and kept.
/// </summary>
internal static class SecretRedactor
{
    /// <summary>How much is kept of a text, in characters.</summary>
    public const int Longest = 1000;

    // Shorter values would match by accident, and are no secrets.
    private const int ShortestSecret = 4;

    // JSON in a text of JSON is as deep as providers go, and the one or the other may stand in a URL. There each character may have become nine escaped
    // characters: three bytes of UTF-8, percent-encoded twice by a writer that encodes all it can.
    private const int EscapeDepth = 3;
    private const int LongestEscape = 27;

    /// <summary>The beginning of a text as one line, without secrets; an ellipsis stands for the rest.</summary>
    public static string Redact(string text, ActionContext context)
    {
        // A secret that is longer than the text is not in it.
        List<string> secrets = [.. SecretsOf(context).Where(secret => VisibleText.Of(secret).Length <= text.Length)];
        int kept = text.Length <= Longest ? text.Length : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        StringBuilder redacted = new();
        int at = 0;
        foreach ((int start, int end) in secrets.Count == 0 ? [] : Find(text, SecretForms.Of(secrets, ValuesOf(context))))
        {
            if (start >= kept)
            {
                break;
            }

            if (start >= at)
            {
                redacted.Append(text, at, start - at).Append("[secret]");
            }

            at = Math.Max(at, end);
        }

        if (at < kept)
        {
            redacted.Append(text, at, kept - at);
        }

        return OneLine.Of(kept == text.Length ? redacted : redacted.Append('…'));
    }

    // Where secrets stand that begin in what is kept. One of them may end far behind it.
    private static IEnumerable<(int Start, int End)> Find(string text, HashSet<string> forms)
    {
        long seen = Longest + ((long)LongestEscape * forms.Max(static form => form.Length));
        List<(int Start, int End)> found = [];
        foreach (UnescapedText reading in UnescapedText.ReadingsOf(text.Length <= seen ? text : text[..(int)seen], EscapeDepth))
        {
            foreach (string form in forms)
            {
                for (int i = reading.Text.IndexOf(form, StringComparison.Ordinal); i >= 0; i = reading.Text.IndexOf(form, i + form.Length, StringComparison.Ordinal))
                {
                    found.Add(reading.PlaceOf(i, form.Length));
                }
            }
        }

        found.Sort();
        return found;
    }

    private static HashSet<string> SecretsOf(ActionContext context)
    {
        HashSet<string> secrets = new(StringComparer.Ordinal);
        foreach (VariableDescriptor variable in context.Runtime.Connector.Variables)
        {
            if (variable.IsSecret)
            {
                Add(secrets, context.Runtime.Values.GetValueOrDefault(variable.Name));
                Add(secrets, context.Session.Connection?.Variables.GetValueOrDefault(variable.Name));
            }
        }

        foreach (Token token in context.Session.Connection?.Tokens.Values ?? [])
        {
            Add(secrets, token.Value);
            Add(secrets, token.Refresh);
            Add(secrets, token.Secret);
        }

        return secrets;
    }

    // Any value may be the user name beside a secret.
    private static IEnumerable<string> ValuesOf(ActionContext context) =>
        context.Runtime.Values.Values.Concat(context.Session.Connection?.Variables.Values ?? []);

    private static void Add(HashSet<string> secrets, string? secret)
    {
        if (secret is not null && VisibleText.Of(secret).Length >= ShortestSecret)
        {
            secrets.Add(secret);
        }
    }
}
