using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Interactor.Runtime.Json.Names;

namespace Interactor.Runtime.Json;

/// <summary>All that follows from the texts that an open enum knows. Others are kept as they are, because a provider may add some.</summary>
/// <typeparam name="T">The type of the enum.</typeparam>
/// <typeparam name="TSelf">The generated class that names the texts.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonTextEnum<T, TSelf> : JsonType<T, TSelf>
    where T : struct, IJsonText
    where TSelf : JsonTextEnum<T, TSelf>, IJsonTextEnum<T>
{
    private static readonly JsonKnownTexts Known = new(TextList.Split(TSelf.Facts.Members));

    /// <summary>Whether a text is one of those that the enum knows.</summary>
    /// <param name="text">The text; null is none.</param>
    public static bool IsKnown(string? text) => Known.Contains(text);

    /// <inheritdoc cref="IJsonType{T}.IsSurelyValid"/>
    public static bool IsSurelyValid(T value) => Known.Contains(value.Value);

    /// <inheritdoc cref="JsonTryRead{T}"/>
    public static bool TryRead(ref JsonScanner scanner, out T value)
    {
        string? text = Known.Read(ref scanner);
        value = text is null ? default : TSelf.Of(text);
        return text is not null;
    }

    /// <inheritdoc cref="JsonWrite{T}"/>
    public static void Write(Utf8JsonWriter writer, T value) => JsonEmit.String(writer, value.Value);
}
