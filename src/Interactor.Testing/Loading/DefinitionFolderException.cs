namespace Interactor.Testing.Loading;

/// <summary>A path does not lead to a connector's definition. The message says what is there instead and what to do.</summary>
public sealed class DefinitionFolderException(string message, Exception? inner = null) : Exception(message, inner);
