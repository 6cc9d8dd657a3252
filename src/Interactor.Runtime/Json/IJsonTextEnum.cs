namespace Interactor.Runtime.Json;

/// <summary>What generated code says of an open enum: the texts that it knows are its facts, each with a comma behind it, before a comma or backslash of its own a backslash.</summary>
/// <typeparam name="T">The type.</typeparam>
public interface IJsonTextEnum<T> : IJsonType<T>
    where T : struct, IJsonText
{
    /// <summary>The value of a text.</summary>
    /// <param name="value">The text, known or not.</param>
    public static abstract T Of(string value);
}
