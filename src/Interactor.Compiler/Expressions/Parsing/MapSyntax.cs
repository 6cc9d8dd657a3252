using Interactor.Compiler.Text;

namespace Interactor.Compiler.Expressions.Parsing;

/// <summary><c>{name: a, 'other name': b}</c></summary>
internal sealed record MapSyntax(IReadOnlyList<MapEntrySyntax> Entries, TextRange Range)
    : ExpressionSyntax(Range, Above([.. Entries.Select(e => e.Value)]));

internal sealed record MapEntrySyntax(string Key, TextRange KeyRange, ExpressionSyntax Value);
