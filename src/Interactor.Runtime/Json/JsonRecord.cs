using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>The reader, the writer and the printer that follow from the members of a record.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonRecord<T, TSelf> : JsonType<T, TSelf>
    where T : class
    where TSelf : JsonRecord<T, TSelf>, IJsonRecord<T>
{
    private static readonly JsonMemberTable Table = new(TSelf.Members, TSelf.Proof, TSelf.Others);

    /// <inheritdoc cref="JsonTryRead{T}"/>
    public static bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        JsonWalk walk = new(scanner, Table);
        while (walk.GoesOn())
        {
            value = TSelf.Walk(ref walk, value);
        }

        scanner = walk.Scanner;
        if (!walk.IsComplete)
        {
            value = null;
        }

        return value is not null;
    }

    /// <inheritdoc cref="JsonWrite{T}"/>
    public static void Write(Utf8JsonWriter writer, T value)
    {
        JsonWalk walk = new(new JsonMemberWriter(writer, Table, value));
        TSelf.Walk(ref walk, value);
        walk.End();
    }

    /// <summary>Prints the members for people; see <see cref="MemberText"/>.</summary>
    /// <param name="builder">Where the text goes.</param>
    /// <param name="value">The record.</param>
    /// <returns>False where there was nothing to print.</returns>
    public static bool Print(StringBuilder builder, T value)
    {
        JsonWalk walk = new(new JsonMemberWriter(builder, Table));
        TSelf.Walk(ref walk, value);
        walk.End();
        return walk.HasText;
    }
}
