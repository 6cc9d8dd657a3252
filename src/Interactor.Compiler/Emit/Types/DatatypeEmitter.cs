using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the file of a datatype: its type, where it has one of its own, and its JSON class.</summary>
internal static class DatatypeEmitter
{
    public static string Emit(DatatypeModel type, string codeNamespace) => type switch
    {
        RecordModel record => RecordEmitter.Emit(record, codeNamespace),
        EnumModel open => EnumEmitter.Emit(open, codeNamespace),
        IntegerEnumModel integers => IntegerEnumEmitter.Emit(integers, codeNamespace),
        UnionModel union => UnionEmitter.Emit(union, codeNamespace),
        BaseModel root => BaseEmitter.Emit(root, codeNamespace),
        TupleModel tuple => TupleEmitter.Emit(tuple, codeNamespace),
        AliasModel alias => AliasEmitter.Emit(alias, codeNamespace),
        _ => throw new InvalidOperationException("The hierarchy of datatypes is closed."),
    };
}
