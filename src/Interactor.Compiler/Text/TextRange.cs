namespace Interactor.Compiler.Text;

/// <summary>A run of UTF-16 characters in a file, counted from 0.</summary>
public readonly record struct TextRange(int Start, int Length)
{
    public int End => Start + Length;

    public static TextRange Between(int start, int end) => new(start, Math.Max(0, end - start));
}
