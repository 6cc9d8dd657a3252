using System.CommandLine;
using Interactor.Corpus.Documents;
using Interactor.Corpus.Running;

namespace Interactor.Corpus;

/// <summary>The command line of the corpus run.</summary>
internal static class CorpusCommand
{
    private const string Description =
        """
        Imports real documents, generates connectors of them and compiles these in process, with warnings as errors.

        Each document has one line in the report; a run that was stopped goes on where it ended when it is given the same report.
        Exit code 0: all passed. 1: some failed. 2: nothing could be run.
        """;

    public static RootCommand Create()
    {
        Option<string?> openApi = new("--openapi") { Description = "A folder of OpenAPI documents (.json, .yaml, .yml), or @FILE with a path a line.", HelpName = "DIR|@LIST" };
        Option<string?> powerPlatform = new("--powerplatform") { Description = "A folder with a folder for each Power Platform connector.", HelpName = "DIR" };
        Option<string?> providers = new("--providers") { Description = "A file of provider configurations.", HelpName = "FILE" };
        Option<string?> writeCode = new("--write-code") { Description = "Write the definition and the C# of each document to a folder of its own.", HelpName = "DIR" };
        Option<string?> report = new("--report") { Description = "Write a line of JSON for each document; documents in the file already are not run again.", HelpName = "FILE.jsonl" };
        Option<int> jobs = new("--jobs") { Description = "Documents at the same time.", DefaultValueFactory = _ => 1, HelpName = "N" };
        Option<bool> noCompile = new("--no-compile") { Description = "Generate only." };
        Option<bool> implicitUsings = new("--implicit-usings") { Description = "Compile as in a project with implicit usings." };
        Option<int> warmUp = new("--warm-up") { Description = "Run the first N documents once before, unmeasured.", DefaultValueFactory = _ => 0, HelpName = "N" };
        jobs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--jobs wants a number of 1 or more.");
            }
        });
        RootCommand command = new(Description) { openApi, powerPlatform, providers, writeCode, report, jobs, noCompile, implicitUsings, warmUp };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            new CorpusOptions
            {
                OpenApi = parsed.GetValue(openApi),
                PowerPlatform = parsed.GetValue(powerPlatform),
                Providers = parsed.GetValue(providers),
                WriteCode = parsed.GetValue(writeCode),
                Report = parsed.GetValue(report),
                Jobs = parsed.GetValue(jobs),
                Compile = !parsed.GetValue(noCompile),
                ImplicitUsings = parsed.GetValue(implicitUsings),
                WarmUp = parsed.GetValue(warmUp),
            },
            cancellation)));
        return command;
    }

    private static int Run(CorpusOptions options, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<CorpusDocument> documents = CorpusDocuments.Of(options);
            if (documents.Count == 0)
            {
                Console.Error.WriteLine("There are no documents to run; say where they are with --openapi, --powerplatform or --providers.");
                return 2;
            }

            return new CorpusRun(options, Console.Out, Console.Error).Run(documents, cancellation) ? 0 : 1;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Cancelled. With --report, the same command goes on from here.");
            return 2;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(e.Message);
            return 2;
        }
    }
}
