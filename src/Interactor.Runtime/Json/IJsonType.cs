using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>What generated code says of a type: how its values are read and written, and what they must match.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IJsonType<T>
{
    /// <summary>What the JSON must match.</summary>
    public static abstract JsonSchema Schema { get; }

    /// <summary>The compact UTF-8 text of <see cref="Schema"/>; not asked for where that lies in the schema of another type.</summary>
    public static virtual ReadOnlySpan<byte> SchemaText => default;

    /// <summary>The schemas of the datatypes that the text refers to, in the order in which it first names them.</summary>
    public static virtual JsonSchema?[] References() => [];

    /// <inheritdoc cref="JsonTryRead{T}"/>
    public static abstract bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out T value);

    /// <inheritdoc cref="JsonWrite{T}"/>
    public static abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>A cheap test of a value in C#: true only when its JSON certainly matches the schema; false leaves it to validation.</summary>
    /// <param name="value">A value, wherever it comes from.</param>
    public static virtual bool IsSurelyValid(T value) => false;

    /// <summary>The same of a value that was read: reading has validated what the test leaves out.</summary>
    /// <param name="value">A value that was just read.</param>
    public static virtual bool IsSurelyValidAsRead(T value) => false;
}
