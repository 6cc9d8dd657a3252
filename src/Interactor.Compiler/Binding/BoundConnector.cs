using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>What binding gives.</summary>
/// <param name="Model">The connector; null when there are errors, because what they leave out cannot be emitted.</param>
/// <param name="Tests">The tests that stand in the definition.</param>
/// <param name="Diagnostics">Every finding, in order of place.</param>
public sealed record BoundConnector(ConnectorModel? Model, EquatableArray<TestModel> Tests, EquatableArray<Diagnostic> Diagnostics);
