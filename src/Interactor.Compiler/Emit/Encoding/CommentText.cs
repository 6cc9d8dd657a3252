namespace Interactor.Compiler.Emit.Encoding;

/// <summary>Writes text into a <c>//</c> comment: one line, whatever it holds.</summary>
public static class CommentText
{
    /// <summary>The text with every control, line break, surrogate half and invisible format character replaced by a space.</summary>
    public static string Encode(string text) => PrintableText.OneLine(text);
}
