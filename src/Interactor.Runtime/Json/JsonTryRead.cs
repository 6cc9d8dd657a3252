using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>
/// Reads one JSON value. The scanner stands at the first byte of the value and afterwards right behind it;
/// after a refusal it may stand anywhere inside the value.
/// </summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="scanner">A scanner at the value.</param>
/// <param name="value">What was read, when the answer is true.</param>
/// <returns>False when the JSON does not have the structure of <typeparamref name="T"/>; never throws for it.</returns>
public delegate bool JsonTryRead<T>(ref JsonScanner scanner, [MaybeNullWhen(false)] out T value);
