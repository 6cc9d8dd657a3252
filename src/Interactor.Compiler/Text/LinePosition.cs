namespace Interactor.Compiler.Text;

/// <summary>A line and a column, both counted from 0, the column in UTF-16 characters.</summary>
public readonly record struct LinePosition(int Line, int Column);
