namespace Interactor.Host;

/// <summary>The host cannot start or go on. The message says why and what to do, and holds no secret.</summary>
public sealed class HostException(string message, Exception? inner = null) : Exception(message, inner);
