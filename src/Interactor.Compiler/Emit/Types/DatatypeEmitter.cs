using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes the file of a datatype: its type, where it has one of its own, and its JSON class.</summary>
internal static class DatatypeEmitter
{
    public static string Emit(DatatypeModel type, CodeHome home) => type switch
    {
        RecordModel record => RecordEmitter.Emit(record, home),
        EnumModel open => EnumEmitter.Emit(open, home),
        IntegerEnumModel integers => IntegerEnumEmitter.Emit(integers, home),
        UnionModel union => UnionEmitter.Emit(union, home),
        BaseModel root => BaseEmitter.Emit(root, home),
        TupleModel tuple => TupleEmitter.Emit(tuple, home),
        AliasModel alias => AliasEmitter.Emit(alias, home),
        _ => throw new InvalidOperationException("The hierarchy of datatypes is closed."),
    };
}
