using Interactor.Compiler.Text;
using Interactor.Import;

namespace Interactor.Corpus.Documents;

/// <summary>What importing a document gave.</summary>
/// <param name="Files">The definition; empty where the document could not be imported.</param>
/// <param name="Result">The findings.</param>
internal sealed record ImportedDefinition(IReadOnlyList<SourceFile> Files, ImportResult Result);
