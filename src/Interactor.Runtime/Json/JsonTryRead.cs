using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>
/// Reads one JSON value. The reader stands on the first token of the value and afterwards on its last;
/// after a refusal it may stand anywhere inside the value.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="reader">A reader on the first token of the value.</param>
/// <param name="value">What was read, when the answer is true.</param>
/// <returns>False when the JSON does not have the structure of <typeparamref name="T"/>; never throws for it.</returns>
public delegate bool JsonTryRead<T>(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value);
