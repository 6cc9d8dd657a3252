namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>The places that a regular expression can ask for.</summary>
internal enum PatternPlace
{
    /// <summary><c>^</c>: the begin of the text.</summary>
    Start,

    /// <summary><c>$</c>: the end of the text.</summary>
    End,

    /// <summary><c>\b</c>: between a character of <c>\w</c> and something else.</summary>
    WordBoundary,

    /// <summary><c>\B</c>: anywhere else.</summary>
    NoWordBoundary,
}
