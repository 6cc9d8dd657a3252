namespace Interactor.Runtime.Security;

/// <summary>A token of an account.</summary>
internal readonly record struct TokenKey(ConnectionKey Account, string Name);
