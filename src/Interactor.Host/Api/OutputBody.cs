using System.Text.Json;

namespace Interactor.Host.Api;

/// <summary>The answer to an execution.</summary>
/// <param name="Output">The output of the action.</param>
public sealed record OutputBody(JsonElement Output);
