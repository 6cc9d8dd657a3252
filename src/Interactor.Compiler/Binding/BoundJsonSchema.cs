using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>What binding schemas gives.</summary>
/// <param name="Model">Their types, whatever the errors leave of them; null when the root cannot be read at all.</param>
/// <param name="Diagnostics">Every finding, in order of place.</param>
public sealed record BoundJsonSchema(JsonSchemaModel? Model, EquatableArray<Diagnostic> Diagnostics);
