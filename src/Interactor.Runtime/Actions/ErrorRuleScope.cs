namespace Interactor.Runtime;

/// <summary>Which responses an <see cref="ErrorRule"/> looks at.</summary>
public enum ErrorRuleScope
{
    /// <summary>Responses whose status is outside 200–299.</summary>
    Failure,

    /// <summary>Responses whose status is within 200–299: for providers that report errors in the body of a successful response.</summary>
    Success,

    /// <summary>Every response.</summary>
    Any,
}
