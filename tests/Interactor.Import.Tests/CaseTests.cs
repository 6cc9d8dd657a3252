using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Tests.Driver;
using Interactor.Import.Writing;
using Interactor.Tests;

namespace Interactor.Import.Tests;

/// <summary>A folder under <c>Cases</c> holds a document, and under <c>expected</c> the definition and the findings that it leads to.</summary>
public sealed class CaseTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "tests", "Interactor.Import.Tests", "Cases");

    public static TheoryData<string> All => [.. Directory.EnumerateDirectories(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_document_becomes_the_expected_definition(string name)
    {
        ImportCase result = Import(name);
        Dictionary<string, string> files = ConnectorFolderWriter.Write(result.Connector, TestContext.Current.CancellationToken)
            .ToDictionary(f => f.Path, f => f.Text, StringComparer.Ordinal);
        files.Add("findings.txt", result.Findings);
        Snapshot.Compare(Path.Combine(Folder, name, "expected"), files);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Both_forms_of_the_definition_say_the_same(string name)
    {
        ImportCase result = Import(name);
        MappingNode whole = (MappingNode)TreeText.Read("connector.json", result.Json);
        foreach (DefinitionFile file in ConnectorFolderWriter.Write(result.Connector, TestContext.Current.CancellationToken).Where(f => f.Path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            MappingNode part = (MappingNode)TreeText.Read(file.Path, file.Text);
            string section = file.Path.Split('/')[0].Split('.')[0];
            if (part.Find("id") is ScalarNode id && section is "actions" or "subscriptions")
            {
                string own = TreeText.Of(part).Replace("{id = String " + ((ScalarNode)part.Find("id")!).Text + ";\n", "{");
                Assert.Equal(TreeText.Of(((MappingNode)whole.Find(section)!).Find(((ScalarNode)part.Find("id")!).Text)!), own);
                continue;
            }

            foreach (MappingEntry entry in part.Entries.Where(e => e.Key.Text is not "guide"))
            {
                foreach (MappingEntry member in (entry.Value as MappingNode)?.Entries ?? [])
                {
                    Assert.Equal(TreeText.Of(((MappingNode)whole.Find(entry.Key.Text)!).Find(member.Key.Text)!), TreeText.Of(member.Value));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_second_import_gives_the_same_bytes(string name)
    {
        ImportCase first = Import(name);
        ImportCase second = Import(name);
        Assert.Equal(first.Json, second.Json);
        Assert.Equal(first.Result.Findings, second.Result.Findings);
    }

    private static ImportCase Import(string name)
    {
        string file = Directory.EnumerateFiles(Path.Combine(Folder, name), "api.*").Single();
        DocumentSource source = DocumentSource.FromFile(file);
        return ImportCase.Of(source with { Path = Path.GetFileName(file) });
    }
}
