namespace Interactor.Compiler.Text;

/// <summary>A place in a definition file: a plain value, so that diagnostics compare and cache.</summary>
public sealed record Location(string Path, TextRange Range, LinePosition Start, LinePosition End)
{
    /// <summary>The MSBuild form, counted from 1: <c>connector.yaml(4,5)</c>.</summary>
    public override string ToString() => $"{Path}({Start.Line + 1},{Start.Column + 1})";
}
