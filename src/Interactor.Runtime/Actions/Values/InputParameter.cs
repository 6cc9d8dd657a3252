using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>What the action that gives choices is given for one property of its input.</summary>
/// <param name="Name">The property.</param>
/// <param name="Value">Makes its value of the input that is being filled in.</param>
public sealed record InputParameter(string Name, Func<JsonValue, JsonValue> Value);
