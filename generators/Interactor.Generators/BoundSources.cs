using Interactor.Compiler.Binding;

namespace Interactor.Generators;

/// <summary>A connector's files with what they mean.</summary>
internal sealed record BoundSources(ConnectorSources Sources, BoundConnector Bound);
