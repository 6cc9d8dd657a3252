using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>What generated code says of a type that has a reader and a writer of its own.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IJsonType<T> : IJsonClass<T>
{
    /// <inheritdoc cref="JsonTryRead{T}"/>
    public static abstract bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out T value);

    /// <inheritdoc cref="JsonWrite{T}"/>
    public static abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reading has found out whether a value is valid: what is wrong with it was said by <see cref="JsonScanner.Doubt"/>.</summary>
    public static virtual bool IsProvenByReading => false;

    /// <summary>A cheap test of a value in C#: true only when its JSON certainly matches the schema; false leaves it to validation.</summary>
    /// <param name="value">A value, wherever it comes from.</param>
    public static virtual bool IsSurelyValid(T value) => false;
}
