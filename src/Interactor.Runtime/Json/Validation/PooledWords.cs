using System.Buffers;

namespace Interactor.Runtime.Json.Validation;

/// <summary>Rented words, all zero.</summary>
internal readonly ref struct PooledWords
{
    private readonly ulong[] _rented;

    public PooledWords(int count)
    {
        _rented = ArrayPool<ulong>.Shared.Rent(count);
        Words = _rented.AsSpan(0, count);
        Words.Clear();
    }

    public Span<ulong> Words { get; }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(_rented);
}
