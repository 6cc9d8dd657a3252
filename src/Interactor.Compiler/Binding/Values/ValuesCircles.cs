using System.Text.RegularExpressions;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Values;

/// <summary>Finds choices that wait for each other, of which nobody could make the first.</summary>
internal static class ValuesCircles
{
    // What an expression of a parameter reads of the input: input.a.b, input?.a, input['a'].
    private static readonly Regex Reading = new(
        """\binput((?:\??\.\w+|\??\[(?:'[^']*'|"[^"]*")\])+)""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static readonly Regex Step = new("""\.(\w+)|\['([^']*)'\]|\["([^"]*)"\]""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>The choices that wait for no circle; each other one is reported.</summary>
    public static EquatableArray<InputValuesModel> Without(BindingContext context, List<(InputValuesModel Values, SyntaxNode Node)> bound)
    {
        Dictionary<string, string[]> reads = bound.ToDictionary(b => b.Values.Property, b => Reads(b.Node), StringComparer.Ordinal);
        List<InputValuesModel> free = [];
        foreach ((InputValuesModel values, SyntaxNode node) in bound)
        {
            if (FirstOnCircle(values.Property, reads) is not { } other)
            {
                free.Add(values);
            }
            else if (context.IsLenient)
            {
                context.Report(ActionDiagnostics.UnusableValues, node, values.Property, $"they need the value of '{other}', whose choices need theirs.");
            }
            else
            {
                context.Report(ActionDiagnostics.CircularValues, node, values.Property, other);
            }
        }

        return free.ToEquatableArray();
    }

    private static string[] Reads(SyntaxNode values) =>
    [
        .. ((values as MappingNode)?.Find("parameters") as MappingNode)?.Entries.Select(e => e.Value).OfType<ScalarNode>().Where(ScalarBinder.HasExpression)
            .SelectMany(scalar => Reading.Matches(scalar.Text).Cast<Match>())
            .Select(match => InputPointer.Of(Step.Matches(match.Value).Cast<Match>().Select(step => step.Groups[1].Value + step.Groups[2].Value + step.Groups[3].Value))) ?? [],
    ];

    // The first property that these choices need and that leads back to them.
    private static string? FirstOnCircle(string property, Dictionary<string, string[]> reads) =>
        Needed(property, reads).FirstOrDefault(next => LeadsTo(next, property, reads, []));

    private static bool LeadsTo(string from, string to, Dictionary<string, string[]> reads, HashSet<string> seen) =>
        from == to || (seen.Add(from) && Needed(from, reads).Any(next => LeadsTo(next, to, reads, seen)));

    // What is read may be a property with choices, or hold one; a property around it has a value in any case.
    private static IEnumerable<string> Needed(string property, Dictionary<string, string[]> reads) =>
        reads.Keys.Where(other => reads[property].Any(read => read == other || other.StartsWith(read + "/", StringComparison.Ordinal)));
}
