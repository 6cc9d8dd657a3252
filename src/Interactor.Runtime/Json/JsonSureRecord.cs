using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>A record whose type alone proves that its JSON matches.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonSureRecord<T, TSelf> : JsonRecord<T, TSelf>
    where T : class
    where TSelf : JsonSureRecord<T, TSelf>, IJsonRecord<T>
{
    /// <inheritdoc cref="IJsonClass{T}.IsSurelyValid"/>
    [SuppressMessage("Style", "IDE0060", Justification = "The type of the value is the proof.")]
    public static bool IsSurelyValid(T value) => true;
}
