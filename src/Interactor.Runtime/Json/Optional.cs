using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>
/// A member that a JSON object may leave out, where absent, null and a value mean three different things (a merge patch, RFC 7396,
/// is the usual reason). <c>default</c> is absent.
/// </summary>
/// <typeparam name="T">The type of the value; nullable where the schema allows null.</typeparam>
public readonly struct Optional<T> : IEquatable<Optional<T>>, IOptional
{
    private readonly T _value;

    /// <summary>A present value, which may be null where <typeparamref name="T"/> allows it.</summary>
    /// <param name="value">The value.</param>
    public Optional(T value)
    {
        _value = value;
        HasValue = true;
    }

    /// <summary>No member at all.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "Optional<T>.Absent reads as what it is; default is its short form.")]
    public static Optional<T> Absent => default;

    /// <summary>The member is present, be it as null.</summary>
    public bool HasValue { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The member is absent.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The member is absent.");

    /// <summary>The value, or the default of <typeparamref name="T"/> when the member is absent.</summary>
    public T? ValueOrDefault => _value;

    object? IOptional.Content => _value;

    /// <summary>A present value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Both absent, or both present with equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);

    /// <summary>Both absent, or both present with equal values; lists and maps are compared by content.</summary>
    public bool Equals(Optional<T> other) =>
        HasValue == other.HasValue && Content.Same(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, Content.Hash(_value)) : 0;

    /// <summary>The text of the value, times and dates as JSON has them; empty when the member is absent or null.</summary>
    public override string ToString() => MemberText.Of(_value);
}
