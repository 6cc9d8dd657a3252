using Interactor.Runtime.Json.Validation.Patterns.Automata;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Matching;

/// <summary>A pattern without look-around and references, as one table.</summary>
internal sealed class TableMatcher : PatternMatcher
{
    private readonly PatternTable _table;

    private TableMatcher(PatternTable table) => _table = table;

    public static TableMatcher? TryCreate(PatternNode root) =>
        PatternShape.IsRegular(root) && PatternProgram.Of(root) is { } program && PatternTableBuilder.Build(program) is { } table ? new(table) : null;

    public override bool IsMatch(ReadOnlySpan<byte> utf8) => _table.IsMatch(utf8);
}
