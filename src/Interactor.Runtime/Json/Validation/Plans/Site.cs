using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// A place in documents and what is asked there: one or several roots, each a set of schemas that must all hold. Each kind of value has its
/// own plan, made when the first value of the kind comes.
/// </summary>
internal sealed class Site(SchemaModel[][] roots)
{
    private const int MostReferences = 64;

    private KindPlan? _object;
    private KindPlan? _array;
    private KindPlan? _string;
    private KindPlan? _number;
    private KindPlan? _boolean;
    private KindPlan? _null;

    public int RootCount => roots.Length;

    public KindPlan Object => _object ??= new(JsonKinds.Object, roots);

    public KindPlan Array => _array ??= new(JsonKinds.Array, roots);

    public KindPlan String => _string ??= new(JsonKinds.String, roots);

    public KindPlan Number => _number ??= new(JsonKinds.Number, roots);

    public KindPlan Boolean => _boolean ??= new(JsonKinds.Boolean, roots);

    public KindPlan Null => _null ??= new(JsonKinds.Null, roots);

    /// <summary>The site where one schema applies alone.</summary>
    public static Site Of(SchemaModel schema) => schema.Site ??= Meant(schema).Site ??= new([[Meant(schema)]]);

    // What only refers to a schema, or asks what another one asks, has its site. References that go round end somewhere among themselves.
    private static SchemaModel Meant(SchemaModel schema)
    {
        for (int i = 0; i < MostReferences && (schema.Alike ?? schema.OnlyReference) is { } next; i++)
        {
            schema = next;
        }

        return schema;
    }
}
