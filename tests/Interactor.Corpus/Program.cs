using Interactor.Corpus;

return await CorpusCommand.Create().Parse(args).InvokeAsync();
