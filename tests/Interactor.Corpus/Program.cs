using System.CommandLine;
using Interactor.Corpus;

// An argument that begins with @ is a list of documents, not a file of arguments.
return await CorpusCommand.Create().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).InvokeAsync();
