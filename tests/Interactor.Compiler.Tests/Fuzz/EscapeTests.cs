using Interactor.Compiler.Binding;
using Interactor.Compiler.Emit;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary><c>$${</c> is a literal <c>${</c> wherever text stands, so that imported text can be escaped without looking at its place.</summary>
public sealed class EscapeTests
{
    private const string Escaped = "zq$${x";

    // JavaScript has a meaning of its own for these characters.
    private const string ScriptText = ".js: text [";

    // Emitting code is what costs time, so that many slots share it.
    private const int MostTogether = 32;

    [Fact]
    public void An_escaped_dollar_brace_reaches_the_code_unescaped_from_every_slot()
    {
        SlotChange[] accepted =
        [
            .. SlotChange.All.Where(static c => !c.IsQuoted && !c.Place.Contains(ScriptText, StringComparison.Ordinal))
                .AsParallel()
                .AsOrdered()
                .Where(static change => ConnectorBinder.Bind(HarmlessDefinition.Instance.With(change.Apply(Escaped)), TestContext.Current.CancellationToken).Model is not null),
        ];
        string[] wrong = [.. Batches(accepted).AsParallel().SelectMany(WrongOf)];
        Assert.True(accepted.Length > 100);
        Assert.True(wrong.Length == 0, $"{wrong.Length} slots keep the escape:\n{string.Join('\n', wrong)}");
    }

    // Changes of one slot do not meet, because one of them would hide the others.
    private static List<List<SlotChange>> Batches(IEnumerable<SlotChange> changes)
    {
        List<(HashSet<int> Slots, List<SlotChange> Changes)> batches = [];
        foreach (SlotChange change in changes)
        {
            IEnumerable<int> slots = change.Apply(Escaped).Keys;
            (HashSet<int> Slots, List<SlotChange> Changes) batch = batches.Find(batch => batch.Changes.Count < MostTogether && !batch.Slots.Overlaps(slots));
            if (batch.Changes is null)
            {
                batches.Add(batch = ([], []));
            }

            batch.Slots.UnionWith(slots);
            batch.Changes.Add(change);
        }

        return [.. batches.Select(static batch => batch.Changes)];
    }

    // Two names that become equal are refused together, though not alone.
    private static IEnumerable<string> WrongOf(IReadOnlyList<SlotChange> changes)
    {
        Dictionary<int, string> replacements = changes.SelectMany(static change => change.Apply(Escaped)).ToDictionary();
        CompiledConnector compiled = ConnectorCompiler.Compile(HarmlessDefinition.Instance.With(replacements), TestContext.Current.CancellationToken);
        GeneratedFile? kept = compiled.Files.FirstOrDefault(static file => file.Text.Contains("$${", StringComparison.Ordinal));
        if (compiled.Bound.Model is not null && kept is null)
        {
            return [];
        }

        if (changes.Count > 1)
        {
            return changes.Chunk((changes.Count + 1) / 2).SelectMany(WrongOf);
        }

        string line = kept?.Text.Split('\n').First(static text => text.Contains("$${", StringComparison.Ordinal)).Trim() ?? "nothing";
        return [$"{changes[0]} in {kept?.HintName}: {line[..Math.Min(line.Length, 160)]}"];
    }
}
