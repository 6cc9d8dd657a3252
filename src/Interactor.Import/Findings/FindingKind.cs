namespace Interactor.Import.Findings;

/// <summary>What became of a construct of a document.</summary>
public enum FindingKind
{
    /// <summary>The definition says the same.</summary>
    Exact,

    /// <summary>The definition says something close to it, or the document was read as it was meant.</summary>
    Approximated,

    /// <summary>The definition does not have it.</summary>
    Dropped,

    /// <summary>The document is wrong there; what it says was left out.</summary>
    Error,
}
