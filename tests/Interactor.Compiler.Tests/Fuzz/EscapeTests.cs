namespace Interactor.Compiler.Tests.Fuzz;

/// <summary><c>$${</c> is a literal <c>${</c> wherever text stands, so that imported text can be escaped without looking at its place.</summary>
public sealed class EscapeTests
{
    private const string Escaped = "zq$${x";

    // JavaScript has a meaning of its own for these characters.
    private const string ScriptText = ".js: text [";

    [Fact]
    public void An_escaped_dollar_brace_reaches_the_code_unescaped_from_every_slot()
    {
        List<string> wrong = [];
        int accepted = 0;
        foreach (SlotChange change in SlotChange.All.Where(c => !c.IsQuoted && !c.Place.Contains(ScriptText, StringComparison.Ordinal)))
        {
            CompiledConnector compiled = ConnectorCompiler.Compile(HarmlessDefinition.Instance.With(change.Apply(Escaped)), TestContext.Current.CancellationToken);
            accepted += compiled.Bound.Model is null ? 0 : 1;
            if (compiled.Files.FirstOrDefault(f => f.Text.Contains("$${", StringComparison.Ordinal)) is { } file)
            {
                string line = file.Text.Split('\n').First(l => l.Contains("$${", StringComparison.Ordinal)).Trim();
                wrong.Add($"{change} in {file.HintName}: {line[..Math.Min(line.Length, 160)]}");
            }
        }

        Assert.True(accepted > 100);
        Assert.True(wrong.Count == 0, $"{wrong.Count} slots keep the escape:\n{string.Join('\n', wrong)}");
    }
}
