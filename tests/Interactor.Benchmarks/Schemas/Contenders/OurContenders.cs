using Interactor.Benchmarks.Schemas.Generated;
using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>Our validator and our typed read.</summary>
internal static class OurContenders
{
    public static IEnumerable<IContender> Of(SchemaSet set, IReadOnlyList<byte[]> documents)
    {
        try
        {
            GeneratedEntry entry = GeneratedEntry.Load(GeneratedCode.Of(set).Assembly);
            return [new InProcessContender(Column.Validate, documents, entry.IsValid), new InProcessContender(Column.Read, documents, entry.Read)];
        }
        catch (NotSupportedException e)
        {
            return [new AbsentContender(Column.Validate, e.Message), new AbsentContender(Column.Read, e.Message)];
        }
    }
}
