namespace Interactor.Compiler.Syntax;

/// <summary>How a scalar is written. JSON strings are double-quoted, other JSON scalars plain.</summary>
internal enum ScalarStyle : byte
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}
