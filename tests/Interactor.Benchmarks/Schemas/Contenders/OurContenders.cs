using System.Text;
using Interactor.Benchmarks.Schemas.Generated;
using Interactor.Benchmarks.Schemas.Sets;
using Interactor.Runtime.Json;

namespace Interactor.Benchmarks.Schemas.Contenders;

/// <summary>Our validator and our typed read.</summary>
internal static class OurContenders
{
    public static IEnumerable<IContender> Of(SchemaSet set, IReadOnlyList<byte[]> documents) => [Validator(set, documents), Reader(set, documents)];

    private static InProcessContender Validator(SchemaSet set, IReadOnlyList<byte[]> documents)
    {
        byte[] text = Encoding.UTF8.GetBytes(set.Schema);
        JsonSchema schema = new(() => text, static _ => null);
        return new InProcessContender(Column.Validate, documents, utf8 => schema.IsValid(utf8));
    }

    private static IContender Reader(SchemaSet set, IReadOnlyList<byte[]> documents)
    {
        try
        {
            return new InProcessContender(Column.Read, documents, GeneratedEntry.Load(GeneratedCode.Of(set).Assembly).Read);
        }
        catch (NotSupportedException e)
        {
            return new AbsentContender(Column.Read, e.Message);
        }
    }
}
