namespace Interactor.Runtime;

/// <summary>One finding of a validation: where it is, what is wrong, and which rule says so.</summary>
/// <param name="Pointer">The JSON Pointer (RFC 6901) of the value inside the validated document; empty for the document itself.</param>
/// <param name="Message">What is wrong, in one sentence that never repeats a secret value.</param>
/// <param name="Keyword">The JSON Schema keyword that failed, such as <c>maxLength</c>; null where no schema was involved.</param>
/// <param name="SchemaPointer">The JSON Pointer of that keyword inside the schema; null where no schema was involved.</param>
public sealed record ErrorDetail(string Pointer, string Message, string? Keyword = null, string? SchemaPointer = null);
