using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json.Scanning;

/// <summary>White space between tokens (RFC 8259, section 2).</summary>
internal static class Space
{
    /// <summary>The offset of the first byte that is none, from <paramref name="at"/> on; the text's length when there is no such byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Skip(ReadOnlySpan<byte> text, int at) =>
        (uint)at < (uint)text.Length && text[at] > ' ' ? at : SkipSome(text, at);

    private static int SkipSome(ReadOnlySpan<byte> text, int at)
    {
        while ((uint)at < (uint)text.Length && text[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            at++;
        }

        return at;
    }
}
