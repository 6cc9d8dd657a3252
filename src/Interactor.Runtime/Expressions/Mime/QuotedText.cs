namespace Interactor.Runtime.Expressions.Mime;

/// <summary>Quoted strings (RFC 5322, section 3.2.4) of printable ASCII.</summary>
internal static class QuotedText
{
    public static string Of(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
