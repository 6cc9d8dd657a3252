using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>Writes one whole JSON value.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="writer">A writer that stands where a value may be written.</param>
/// <param name="value">The value.</param>
public delegate void JsonWrite<T>(Utf8JsonWriter writer, T value);
