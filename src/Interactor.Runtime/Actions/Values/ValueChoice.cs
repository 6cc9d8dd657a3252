using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>One of the values that a property may be set to.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">What people call it.</param>
public sealed record ValueChoice(JsonValue Value, string Label);
