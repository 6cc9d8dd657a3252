using Interactor.Compiler.Text;
using Interactor.Import.Findings;

namespace Interactor.Corpus.Documents;

/// <summary>What importing a document gave. The document itself is gone, so that its memory is free for what follows.</summary>
/// <param name="Files">The definition; empty where the document could not be imported.</param>
/// <param name="Findings">What became of its constructs.</param>
internal sealed record ImportedDefinition(IReadOnlyList<SourceFile> Files, IReadOnlyList<ImportFinding> Findings);
