using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>The writer and the printer that follow from the members of a record.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
public abstract class JsonRecord<T, TSelf> : JsonType<T, TSelf>
    where T : class
    where TSelf : JsonRecord<T, TSelf>, IJsonRecord<T>
{
    /// <summary>The members.</summary>
    protected static JsonMemberTable Table { get; } = new(TSelf.Members, TSelf.Proof);

    /// <inheritdoc cref="JsonWrite{T}"/>
    public static void Write(Utf8JsonWriter writer, T value)
    {
        JsonMemberWriter members = new(writer, Table, value);
        TSelf.Visit(ref members, value);
    }

    /// <summary>Prints the members for people; see <see cref="MemberText"/>.</summary>
    /// <param name="builder">Where the text goes.</param>
    /// <param name="value">The record.</param>
    /// <returns>False where there was nothing to print.</returns>
    public static bool Print(StringBuilder builder, T value)
    {
        JsonMemberWriter members = new(builder, Table);
        TSelf.Visit(ref members, value);
        return members.HasText;
    }
}
