using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas;

/// <summary>What the command line asks of the <c>schemas</c> benchmark.</summary>
internal sealed record SchemaOptions
{
    public static string Usage { get; } = $"""
        dotnet run -c Release --project tests/Interactor.Benchmarks -- schemas [options]

          Validates and reads the documents of every set in one run, the contenders taking turns, and prints one Markdown
          table, the geometric means of its ratios, and a table of first calls in fresh processes.

          --set NAME     Only this set; may be given several times.
          --rounds N     Rounds that each contender takes part in (default 31; 15 with --quick).
          --quick        Fewer rounds and shorter ones, no node and no first calls.
          --no-node      Leaves out the contenders that run in node.
          --cold         Only the table of first calls.
          --help         This text.

          Sets: {string.Join(", ", SchemaSets.All.Select(s => s.Name))}
        """;

    public IReadOnlyList<SchemaSet> Sets { get; private init; } = SchemaSets.All;

    public int Rounds { get; private init; }

    public bool IsQuick { get; private init; }

    public bool HasNode { get; private init; } = true;

    public bool IsColdOnly { get; private init; }

    /// <summary>
    /// How long a contender runs in each round. Short, and many rounds: on a busy machine most turns then pass undisturbed, and those are
    /// what a median is of.
    /// </summary>
    public TimeSpan Turn => TimeSpan.FromMilliseconds(IsQuick ? 2 : 4);

    /// <summary>How long each contender of each set runs in each slice of the warm-up.</summary>
    public TimeSpan WarmTurn => TimeSpan.FromMilliseconds(IsQuick ? 10 : 30);

    /// <summary>How long the warm-up is at least, where few sets are asked for.</summary>
    public TimeSpan WarmUp => TimeSpan.FromSeconds(IsQuick ? 2 : 5);

    /// <summary>How many slices the warm-up has at least.</summary>
    public int WarmSlices => IsQuick ? 5 : 8;

    public static bool TryRead(string[] args, [NotNullWhen(true)] out SchemaOptions? options, out string error)
    {
        options = null;
        error = "";
        List<SchemaSet> sets = [];
        int? rounds = null;
        SchemaOptions read = new();
        for (int i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--quick":
                    read = read with { IsQuick = true, HasNode = false };
                    break;
                case "--no-node":
                    read = read with { HasNode = false };
                    break;
                case "--cold":
                    read = read with { IsColdOnly = true };
                    break;
                case "--rounds" when i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0:
                    rounds = count;
                    i++;
                    break;
                case "--set" when i + 1 < args.Length && SchemaSets.Find(args[i + 1]) is { } set:
                    sets.Add(set);
                    i++;
                    break;
                case "--set" when i + 1 < args.Length:
                    error = $"There is no set '{args[i + 1]}'. The sets: {string.Join(", ", SchemaSets.All.Select(s => s.Name))}.";
                    return false;
                case "--set" or "--rounds":
                    error = args[i] == "--set" ? "'--set' wants the name of a set." : "'--rounds' wants a number above 0.";
                    return false;
                default:
                    error = $"There is no option '{args[i]}'; --help lists them.";
                    return false;
            }
        }

        options = read with { Sets = sets.Count > 0 ? sets : SchemaSets.All, Rounds = rounds ?? (read.IsQuick ? 15 : 31) };
        return true;
    }
}
