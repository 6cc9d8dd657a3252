namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>Why a text is not a regular expression.</summary>
/// <param name="Position">The UTF-16 index of the first character that is wrong.</param>
/// <param name="Message">What is wrong there, in plain words; a sentence without its full stop.</param>
internal sealed record PatternError(int Position, string Message);
