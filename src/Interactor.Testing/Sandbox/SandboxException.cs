namespace Interactor.Testing.Sandbox;

/// <summary>The sandbox could not do what it was asked for, such as listen on a port that is in use.</summary>
public sealed class SandboxException(string message, Exception? inner = null) : Exception(message, inner);
