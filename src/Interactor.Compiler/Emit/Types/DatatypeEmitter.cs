using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Types;

/// <summary>Writes datatypes: each its type, where it has one of its own, and its JSON class.</summary>
internal static class DatatypeEmitter
{
    /// <summary>A file of a datatype and those that stand inside it.</summary>
    public static string Emit(IEnumerable<DatatypeModel> types, CodeHome home)
    {
        CodeWriter code = SourceHeader.Begin(home);
        EmitAll(code, types);
        return code.ToString();
    }

    public static void EmitAll(CodeWriter code, IEnumerable<DatatypeModel> types)
    {
        bool isFirst = true;
        foreach (DatatypeModel type in types)
        {
            if (!isFirst)
            {
                code.Line();
            }

            Emit(code, type);
            isFirst = false;
        }
    }

    private static void Emit(CodeWriter code, DatatypeModel type)
    {
        switch (type)
        {
            case RecordModel record:
                RecordEmitter.Emit(code, record);
                break;
            case EnumModel open:
                EnumEmitter.Emit(code, open);
                break;
            case IntegerEnumModel integers:
                IntegerEnumEmitter.Emit(code, integers);
                break;
            case UnionModel union:
                UnionEmitter.Emit(code, union);
                break;
            case BaseModel root:
                BaseEmitter.Emit(code, root);
                break;
            case TupleModel tuple:
                TupleEmitter.Emit(code, tuple);
                break;
            case AliasModel alias:
                AliasEmitter.Emit(code, alias);
                break;
        }
    }
}
