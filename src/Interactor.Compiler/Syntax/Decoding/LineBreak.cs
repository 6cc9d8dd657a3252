namespace Interactor.Compiler.Syntax.Decoding;

/// <summary>The line breaks of YAML 1.2: LF, CRLF and CR.</summary>
internal static class LineBreak
{
    public static bool IsAt(string source, int index) => source[index] is '\n' or '\r';

    /// <summary>The number of characters of the break that starts here.</summary>
    public static int WidthAt(string source, int index) =>
        source[index] == '\r' && index + 1 < source.Length && source[index + 1] == '\n' ? 2 : 1;
}
