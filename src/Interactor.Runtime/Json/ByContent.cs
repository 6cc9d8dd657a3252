using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>
/// Holds a list, a map or bytes and compares what is in them, not where they are: generated records keep such members in it, so that two of
/// them are equal when their content is. The order of a list counts, that of a map does not.
/// </summary>
/// <typeparam name="T">The type of the member.</typeparam>
/// <param name="value">The member.</param>
[SuppressMessage("Usage", "CA2231", Justification = "Only the equality of the record around it uses it.")]
public readonly struct ByContent<T>(T value) : IEquatable<ByContent<T>>
{
    /// <summary>The member itself.</summary>
    public T Value { get; } = value;

    /// <summary>The same content.</summary>
    public bool Equals(ByContent<T> other) => Content.Same(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ByContent<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Content.Hash(Value);
}
