using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>What follows from what generated code says of a type: its schema, its contract, and its converter for System.Text.Json.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSelf">The generated class that says it.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
[SuppressMessage("Design", "CA1034", Justification = "The converter is named through the generated class: OrderJson.Converter.")]
public abstract class JsonType<T, TSelf>
    where TSelf : JsonType<T, TSelf>, IJsonType<T>
{
    /// <inheritdoc cref="IJsonType{T}.Schema"/>
    public static JsonSchema Schema { get; } = new(static () => TSelf.SchemaText, static () => TSelf.References());

    /// <summary>How values are read, written and validated.</summary>
    public static JsonContract<T> Contract { get; } = new(
        TSelf.TryRead,
        TSelf.Write,
        TSelf.Schema,
        TSelf.IsSurelyValid,
        static value => TSelf.IsSurelyValid(value) || TSelf.IsSurelyValidAsRead(value));

    /// <summary>Lets System.Text.Json read and write the type.</summary>
    public sealed class Converter() : JsonContractConverter<T>(Contract);
}
