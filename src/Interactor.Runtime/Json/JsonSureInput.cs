using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>An input whose type alone proves that its JSON matches.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonSureInput<T, TSelf> : JsonInput<T, TSelf>
    where T : class
    where TSelf : JsonSureInput<T, TSelf>, IJsonInput<T>
{
    /// <inheritdoc cref="IJsonType{T}.IsSurelyValid"/>
    [SuppressMessage("Style", "IDE0060", Justification = "The type of the value is the proof.")]
    public static bool IsSurelyValid(T value) => true;
}
