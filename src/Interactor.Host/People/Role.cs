namespace Interactor.Host.People;

/// <summary>What a person may do; each role may do what the one before it may.</summary>
public enum Role
{
    /// <summary>Sees everything but secrets.</summary>
    Viewer,

    /// <summary>Configures connectors, keys and accounts.</summary>
    Developer,

    /// <summary>Manages environments and people, and reads the audit log.</summary>
    Administrator,
}
