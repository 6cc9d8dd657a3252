namespace Interactor.Runtime;

/// <summary>What an action does to the provider's data. It decides whether a failed attempt may be repeated, and what a person is asked to confirm.</summary>
public enum ActionEffect
{
    /// <summary>Changes nothing; may be repeated at will.</summary>
    Read,

    /// <summary>Creates or changes something.</summary>
    Write,

    /// <summary>Removes something, or changes it beyond recall.</summary>
    Destructive,
}
