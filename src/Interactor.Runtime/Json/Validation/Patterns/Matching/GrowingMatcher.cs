using Interactor.Runtime.Json.Validation.Patterns.Automata;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Patterns.Matching;

/// <summary>A pattern without look-around and references whose table would be too large to make at once, such as <c>^(\p{L}+\s?){1,200}$</c>.</summary>
internal sealed class GrowingMatcher : PatternMatcher
{
    private readonly PatternProgram _program;

    private readonly CharacterClasses _classes;

    // The table that the last text has left; a text that comes while another one has it makes its own.
    private GrowingTable? _table;

    private GrowingMatcher(PatternProgram program, CharacterClasses classes)
    {
        _program = program;
        _classes = classes;
    }

    public static GrowingMatcher? TryCreate(PatternNode root) =>
        PatternShape.IsRegular(root) && PatternProgram.Of(root) is { } program && CharacterClasses.Of(program) is { } classes ? new(program, classes) : null;

    public override bool IsMatch(ReadOnlySpan<byte> utf8)
    {
        GrowingTable table = Interlocked.Exchange(ref _table, null) ?? new(_program, _classes);
        bool isMatch = table.IsMatch(utf8);
        _table = table;
        return isMatch;
    }
}
