using System.Text.Json.Serialization;

namespace Interactor.Host.Api;

/// <summary>One finding of a validation.</summary>
/// <param name="Pointer">The JSON Pointer (RFC 6901) of the value; empty for the whole input.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Keyword">The JSON Schema keyword that failed; null where no schema was involved.</param>
public sealed record ErrorBodyDetail(string Pointer, string Message, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Keyword);
