namespace Interactor.Host.Storage;

/// <summary>Where a credential is kept: the key of its row.</summary>
/// <param name="Environment">The id of the environment.</param>
/// <param name="Provider">Whose account it is: that of the real provider, or of the sandbox.</param>
/// <param name="Connector">The connector's address.</param>
/// <param name="Account">The account.</param>
internal readonly record struct CredentialPlace(string Environment, string Provider, string Connector, string Account);
