using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using Diagnostic = Interactor.Compiler.Diagnostics.Diagnostic;

namespace Interactor.Generators;

/// <summary>The C# of a connector, or of the schemas of a namespace, with hint names that are unique in the project.</summary>
internal sealed record EmittedConnector(EquatableArray<GeneratedFile> Files, EquatableArray<Diagnostic> Diagnostics);
