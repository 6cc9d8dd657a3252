namespace Interactor.Compiler.Text;

/// <summary>A definition file as its host hands it over: a name for messages and the decoded text.</summary>
/// <param name="Path">The path with forward slashes, as it appears in diagnostics.</param>
/// <param name="Text">The decoded text. Bytes that were not UTF-8 arrive as U+FFFD and are refused by the readers.</param>
public sealed record SourceFile(string Path, string Text)
{
    private LineMap? _lines;

    /// <summary>Where each line starts.</summary>
    public LineMap Lines => _lines ??= LineMap.Of(Text);

    public bool Equals(SourceFile? other) =>
        other is not null && (ReferenceEquals(this, other) || (Path == other.Path && Text == other.Text));

    public override int GetHashCode() => unchecked((Path.GetHashCode() * 31) + Text.GetHashCode());

    /// <summary>The place of a range of characters.</summary>
    public Location Locate(TextRange range) => new(Path, range, Lines.PositionOf(range.Start), Lines.PositionOf(range.End));
}
