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
}
