namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>A regular expression as a tree, or why it is none.</summary>
/// <param name="Root">Null when there is an error.</param>
/// <param name="Error">Null when there is none.</param>
internal sealed record ParsedPattern(PatternNode? Root, PatternError? Error);
