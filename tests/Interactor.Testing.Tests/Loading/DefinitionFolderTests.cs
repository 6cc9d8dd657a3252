using Interactor.Compiler.Binding;
using Interactor.Testing.Loading;

namespace Interactor.Testing.Tests.Loading;

public sealed class DefinitionFolderTests
{
    [Fact]
    public void A_folder_of_connectors_gives_each_of_them_in_order()
    {
        IReadOnlyList<ConnectorSources> found = DefinitionFolder.Read(Fixture.Folder);
        Assert.Equal(["archive", "billing", "courier", "forum", "keyring", "ledger", "notes", "parcels", "printing", "ticker", "warehouse", "weather"], found.Select(s => Path.GetFileName(s.Folder)));
    }

    [Fact]
    public void A_connector_is_named_by_its_folder_or_by_its_file()
    {
        string folder = Fixture.PathOf("weather");
        Assert.Equal(DefinitionFolder.Read(folder), DefinitionFolder.Read(Path.Combine(folder, "connector.yaml")));
    }

    [Fact]
    public void Build_output_hidden_files_and_guides_are_left_out()
    {
        using TemporaryFolder temporary = new();
        temporary.Write("connector.yaml", "interactor: 1");
        temporary.Write("actions/a.yaml", "id: a");
        temporary.Write("bin/x.yaml", "bad");
        temporary.Write("obj/x.yaml", "bad");
        temporary.Write(".hidden/x.yaml", "bad");
        temporary.Write(".x.yaml", "bad");
        temporary.Write("guide.md", "# Guide");
        ConnectorSources sources = Assert.Single(DefinitionFolder.Read(temporary.Path));
        Assert.Equal([$"{sources.Folder}/connector.yaml", $"{sources.Folder}/actions/a.yaml"], sources.Files.Select(f => f.Path));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_at_their_place()
    {
        using TemporaryFolder temporary = new();
        temporary.Write("connector.yaml", [.. "interactor: 1\nid: "u8, 0xC3, 0x28]);
        DefinitionException error = Assert.Throws<DefinitionException>(() => ConnectorLoader.Load(temporary.Path, TestContext.Current.CancellationToken));
        Assert.Contains("connector.yaml(2,5): error", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere", "There is no file or folder")]
    [InlineData("empty", "There is no connector.yaml or connector.json")]
    [InlineData("empty/other.yaml", "is not a connector")]
    public void What_is_no_connector_is_said_plainly(string path, string message)
    {
        using TemporaryFolder temporary = new();
        temporary.Write("empty/other.yaml", "a: 1");
        DefinitionFolderException error = Assert.Throws<DefinitionFolderException>(() => DefinitionFolder.Read(Path.Combine(temporary.Path, path)));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
