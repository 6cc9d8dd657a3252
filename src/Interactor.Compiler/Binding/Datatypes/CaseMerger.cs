using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Makes one case of those whose types are the same in C#, or of which one type covers the other.</summary>
internal static class CaseMerger
{
    public static void Merge(List<UnionCase> cases)
    {
        for (int i = 0; i < cases.Count; i++)
        {
            // The wider type may stand behind the narrower one; the case keeps the earlier place.
            int wider = cases.FindIndex(o => o != cases[i] && Covers(o, cases[i], cases));
            if (wider < 0)
            {
                continue;
            }

            (UnionCase keep, UnionCase drop) = (cases[wider], cases[i]);
            keep.Branches.AddRange(drop.Branches);
            cases.RemoveAt(i);
            i = -1;
        }
    }

    private static bool Covers(UnionCase wide, UnionCase narrow, List<UnionCase> cases) => (wide.Type, narrow.Type) switch
    {
        var (w, n) when w == n => true,
        (NamedTypeModel { Kind: NamedTypeKind.Enum }, StringTypeModel) => cases.Count(c => c.Type is NamedTypeModel { Kind: NamedTypeKind.Enum }) == 1,
        (StringTypeModel, TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel) => true,
        (BytesTypeModel, BytesTypeModel) => true,
        (IntegerTypeModel w, IntegerTypeModel n) => HoldsAllOf(w.Width, n.Width),
        (NumberTypeModel { Kind: not NumberKind.UInt64 }, IntegerTypeModel or NumberTypeModel { Kind: NumberKind.UInt64 }) => true,
        (NumberTypeModel { Kind: NumberKind.Double }, NumberTypeModel { Kind: NumberKind.Single }) => true,
        _ => false,
    };

    // An unsigned type is in every wider one, a signed one in the wider signed ones.
    private static bool HoldsAllOf(IntegerWidth wide, IntegerWidth narrow) =>
        wide > narrow && (narrow is IntegerWidth.Byte or IntegerWidth.UInt16 or IntegerWidth.UInt32 || wide is IntegerWidth.Int16 or IntegerWidth.Int32 or IntegerWidth.Int64);
}
