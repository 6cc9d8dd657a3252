using Interactor.Testing.Loading;

namespace Interactor.Testing.Tests;

/// <summary>The definitions beside these tests, and definitions that a test writes itself.</summary>
internal static class Fixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static string PathOf(string connector) => Path.Combine(Folder, connector);

    public static LoadedConnector Load(string connector) => ConnectorLoader.Load(PathOf(connector), TestContext.Current.CancellationToken);

    /// <summary>A copy of a definition with one text in place of another.</summary>
    public static string Changed(TemporaryFolder folder, string connector, string find, string replacement)
    {
        string text = File.ReadAllText(Path.Combine(PathOf(connector), "connector.yaml"));
        Assert.Contains(find, text, StringComparison.Ordinal);
        return folder.Write($"{connector}/connector.yaml", text.Replace(find, replacement, StringComparison.Ordinal));
    }
}
