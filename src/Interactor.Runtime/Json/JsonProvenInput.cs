using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>An input that reading proves to match.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonProvenInput<T, TSelf> : JsonInput<T, TSelf>
    where T : class
    where TSelf : JsonProvenInput<T, TSelf>, IJsonInput<T>
{
    /// <inheritdoc cref="IJsonType{T}.IsSurelyValidAsRead"/>
    [SuppressMessage("Style", "IDE0060", Justification = "That it was read is the proof.")]
    public static bool IsSurelyValidAsRead(T value) => true;
}
