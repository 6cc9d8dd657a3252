namespace Interactor.Runtime.Security;

/// <summary>Whose a connection is, in the provider's terms.</summary>
/// <param name="Id">The provider's id of the user, workspace or site.</param>
/// <param name="Label">What a person recognises it by; null where the id has to do.</param>
public sealed record AccountIdentity(string Id, string? Label = null);
