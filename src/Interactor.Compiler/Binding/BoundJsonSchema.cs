using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>What binding a schema gives.</summary>
/// <param name="Model">Its types; null when there are errors.</param>
/// <param name="Diagnostics">Every finding, in order of place.</param>
public sealed record BoundJsonSchema(JsonSchemaModel? Model, EquatableArray<Diagnostic> Diagnostics);
