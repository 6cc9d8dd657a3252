using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>A record that reading proves to match.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonProvenRecord<T, TSelf> : JsonRecord<T, TSelf>
    where T : class
    where TSelf : JsonProvenRecord<T, TSelf>, IJsonRecord<T>
{
    /// <inheritdoc cref="IJsonClass{T}.IsSurelyValidAsRead"/>
    [SuppressMessage("Style", "IDE0060", Justification = "That it was read is the proof.")]
    public static bool IsSurelyValidAsRead(T value) => true;
}
