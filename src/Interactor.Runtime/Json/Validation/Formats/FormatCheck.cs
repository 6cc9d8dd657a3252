namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>Whether text has a format.</summary>
/// <param name="text">The unescaped UTF-8 of a string, or the text of a number.</param>
internal delegate bool FormatCheck(ReadOnlySpan<byte> text);
