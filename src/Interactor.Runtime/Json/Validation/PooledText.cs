using System.Buffers;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation;

/// <summary>The unescaped bytes of a string token, in a rented buffer where there is anything to unescape.</summary>
internal readonly ref struct PooledText
{
    private readonly byte[]? _rented;

    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="isEscaped">They hold escapes.</param>
    public PooledText(ReadOnlySpan<byte> raw, bool isEscaped)
    {
        Utf8 = raw;
        if (isEscaped)
        {
            _rented = ArrayPool<byte>.Shared.Rent(Utf8.Length);
            Utf8 = _rented.AsSpan(0, StringToken.Unescape(Utf8, _rented));
        }
    }

    public ReadOnlySpan<byte> Utf8 { get; }

    public void Dispose()
    {
        if (_rented is not null)
        {
            // What was in it may have been a secret.
            ArrayPool<byte>.Shared.Return(_rented, clearArray: true);
        }
    }
}
