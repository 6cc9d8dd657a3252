namespace Interactor.Runtime.Json.Validation.Patterns.Automata;

/// <summary>What stands on one side of a place in the text.</summary>
internal enum Surrounding
{
    /// <summary>Nothing: the text begins or ends here.</summary>
    Edge,

    /// <summary>A character of <c>\w</c>.</summary>
    Word,

    /// <summary>Any other character.</summary>
    Other,
}
