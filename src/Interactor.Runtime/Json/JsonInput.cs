using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>The reader and the writer that follow from the members of an input.</summary>
/// <typeparam name="T">The type of the input.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonInput<T, TSelf> : JsonType<T, TSelf>
    where T : class
    where TSelf : JsonInput<T, TSelf>, IJsonInput<T>
{
    /// <summary>The members.</summary>
    protected static JsonMemberTable Table { get; } = new(TSelf.Members, TSelf.Proof);

    /// <inheritdoc cref="JsonTryRead{T}"/>
    public static bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out T value)
    {
        const int FewMembers = 64;
        int count = Table.Count;
        Span<JsonWalk.Stop> stops = count <= FewMembers ? stackalloc JsonWalk.Stop[FewMembers] : new JsonWalk.Stop[count];
        stops.Clear();
        int provenTo = scanner.ProvenTo;
        JsonMemberReader members = new(Table);
        while (members.Next(ref scanner))
        {
            stops[members.Member] = new(scanner.Place, scanner.IsProving ? provenTo : scanner.ProvenTo);
            members.IsRead = scanner.TrySkip();
        }

        value = null;
        if (members.IsComplete && !scanner.IsMalformed)
        {
            JsonWalk walk = new(scanner, stops, members.Others);
            value = TSelf.Walk(ref walk, null);
            if (walk.IsRead)
            {
                scanner.IsLossy = walk.IsLossy;
                return true;
            }

            scanner.GoTo(walk.Place);
        }

        return false;
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
