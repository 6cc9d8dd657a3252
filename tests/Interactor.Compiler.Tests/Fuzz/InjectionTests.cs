using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>No text of a definition becomes code (architecture, the encoders): every slot, every way in, hostile texts by the thousand.</summary>
public sealed class InjectionTests(ITestOutputHelper output)
{
    private const ulong Seed = 0x1d6f_2b91_a4c3_77e5;
    private const int StandardCount = 4;

    // Texts for each change; INTERACTOR_FUZZ_COUNT asks for a longer run.
    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("INTERACTOR_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : StandardCount;

    [Fact]
    public void The_harmless_definition_compiles_without_a_warning() =>
        Harness.GeneratedCode.AssertCompiles(Harness.Definition.Compile(HarmlessDefinition.Instance.With(new Dictionary<int, string>())).Files);

    [Fact]
    public void No_text_becomes_code()
    {
        ConcurrentQueue<string> failures = [];
        ConcurrentBag<(SlotChange Change, string Text)> samples = [];
        int accepted = 0;
        int refused = 0;
        int open = 0;
        Parallel.ForEach(SlotChange.All.Index(), Options(), change => Guard(change.Item, failures, () =>
        {
            int through = 0;
            Check.One(
                Config.QuickThrowOnFailure.WithMaxTest(Count).WithQuietOnSuccess(true).WithReplay(Seed + (ulong)change.Index, Seed | 1),
                Prop.ForAll(HostileText.Arbitrary, text =>
                {
                    if (!InjectionCheck.Run(change.Item, text))
                    {
                        Interlocked.Increment(ref refused);
                        return true;
                    }

                    Interlocked.Increment(ref accepted);
                    if (BitOperations.IsPow2(++through))
                    {
                        samples.Add((change.Item, text));
                    }

                    return true;
                }));
            _ = through > 0 ? Interlocked.Increment(ref open) : 0;
        }));

        output.WriteLine($"{SlotChange.All.Count} changes, {open} of which let a text through; {accepted} texts emitted, {refused} refused.");
        AssertNone(failures);

        // A definition that refuses everything would prove nothing.
        Assert.True(open > SlotChange.All.Count / 4, $"Only {open} of {SlotChange.All.Count} changes reach emission.");

        Parallel.ForEach(Batches(samples), Options(), batch => InjectionCheck.RunTogether(batch, failures));
        AssertNone(failures);
    }

    // Changes of different slots go into one definition, since binding the meaning of the code is what costs time.
    private static IEnumerable<(SlotChange Change, string Text)[]> Batches(IEnumerable<(SlotChange Change, string Text)> samples) => samples
        .OrderBy(s => s.Change.Place, StringComparer.Ordinal)
        .Index()
        .GroupBy(s => s.Index % (1 + (SlotChange.All.Count / 64)))
        .Select(g => g.Select(s => s.Item).ToArray());

    private static void Guard(SlotChange change, ConcurrentQueue<string> failures, Action run)
    {
        try
        {
            run();
        }
        catch (Exception failure)
        {
            failures.Enqueue($"{change}: {failure.Message}");
        }
    }

    private static void AssertNone(ConcurrentQueue<string> failures) =>
        Assert.True(failures.IsEmpty, $"{failures.Count} changes failed:\n{string.Join("\n\n", failures.Order(StringComparer.Ordinal).Take(40))}");

    private static ParallelOptions Options() => new() { CancellationToken = TestContext.Current.CancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
