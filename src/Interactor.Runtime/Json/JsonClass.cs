using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>What follows from what generated code says of any type: its schema.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSelf">The generated class that says it.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonClass<T, TSelf>
    where TSelf : JsonClass<T, TSelf>, IJsonClass<T>
{
    /// <summary>What the JSON must match.</summary>
    public static JsonSchema Schema { get; } = TSelf.Part ?? new(static () => TSelf.Facts.Schema, static () => TSelf.References());
}
