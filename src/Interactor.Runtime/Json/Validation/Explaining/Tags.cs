using Interactor.Runtime.Json.Tokens;
using Interactor.Runtime.Json.Validation.Model;

namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>Members whose one allowed value says which of several alternatives is meant.</summary>
internal static class Tags
{
    // References to references, and no circle of them.
    private const int LongestChain = 16;

    private static readonly Dictionary<string, SchemaModel> Nothing = [];

    /// <summary>The schema allows one constant, and the value is another.</summary>
    public static bool IsWrong(SchemaModel schema, Instance value) =>
        ConstantOf(schema) is { } constant && !Contains(constant, value);

    /// <summary>The one value that a schema allows; null where it allows several or any.</summary>
    public static ConstantKeyword? ConstantOf(SchemaModel schema)
    {
        for (int i = 0; i < LongestChain; i++)
        {
            if (schema.Constants.FirstOrDefault(static c => c.Values.Length == 1) is { } constant)
            {
                return constant;
            }

            if (schema.InPlace?.Reference is not { } reference)
            {
                return null;
            }

            schema = reference.Target;
        }

        return null;
    }

    /// <summary>The schemas of members that a schema gives itself or through those that it refers to or combines.</summary>
    public static IEnumerable<KeyValuePair<string, SchemaModel>> MembersOf(SchemaModel schema)
    {
        HashSet<SchemaModel> seen = [schema];
        Queue<SchemaModel> open = new(seen);
        while (open.TryDequeue(out SchemaModel? next))
        {
            foreach (KeyValuePair<string, SchemaModel> member in next.Object?.Properties ?? Nothing)
            {
                yield return member;
            }

            IEnumerable<SchemaModel> others = next.InPlace is not { } inPlace ? []
                : inPlace.Reference is { } reference ? inPlace.AllOf.Prepend(reference.Target)
                : inPlace.AllOf;
            foreach (SchemaModel other in others.Where(seen.Add))
            {
                open.Enqueue(other);
            }
        }
    }

    public static bool Contains(ConstantKeyword constants, Instance value) => value.Kind switch
    {
        JsonKinds.String => constants.Set.ContainsText(value.Text),
        JsonKinds.Number => constants.Set.Contains(new DocumentNumber(value.Raw)),
        _ => constants.Set.Contains(value.Raw),
    };
}
