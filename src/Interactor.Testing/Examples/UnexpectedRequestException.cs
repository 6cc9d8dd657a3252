namespace Interactor.Testing.Examples;

/// <summary>Ends a test whose action sent a request that the script does not have.</summary>
internal sealed class UnexpectedRequestException(string message) : Exception(message);
