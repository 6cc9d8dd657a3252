using System.Buffers;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Names;

/// <summary>Looks up text that holds escapes, which is rare.</summary>
internal static class NameText
{
    private const int OnStack = 256;

    public static int Find(Utf8Names names, ReadOnlySpan<byte> raw)
    {
        byte[]? rented = null;
        Span<byte> plain = raw.Length <= OnStack ? stackalloc byte[OnStack] : (rented = ArrayPool<byte>.Shared.Rent(raw.Length));
        int found = names.Find(plain[..StringToken.Unescape(raw, plain)]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return found;
    }
}
