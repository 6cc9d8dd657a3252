namespace Interactor.Corpus.Documents;

/// <summary>A document of a corpus.</summary>
/// <param name="Id">Its path in the corpus, or its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Import">Reads it and writes its definition.</param>
internal sealed record CorpusDocument(string Id, long Bytes, Func<CancellationToken, ImportedDefinition> Import);
