namespace Interactor.Runtime.Security;

/// <summary>Where a connection is kept.</summary>
/// <param name="Connector">The connector's address, <c>owner/id</c>.</param>
/// <param name="Account">The account, by the name that the application gave it.</param>
public readonly record struct ConnectionKey(string Connector, string Account);
