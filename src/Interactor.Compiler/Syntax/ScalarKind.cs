namespace Interactor.Compiler.Syntax;

/// <summary>What a scalar is by the YAML 1.2 core schema; quoted and block scalars are always strings.</summary>
public enum ScalarKind : byte
{
    String,
    Integer,
    Float,
    Boolean,
    Null,
}
