using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.Json;

/// <summary>All that follows from the members of a record.</summary>
/// <typeparam name="T">The type of the record.</typeparam>
/// <typeparam name="TSelf">The generated class that names the members.</typeparam>
[SuppressMessage("Design", "CA1000", Justification = "Generated classes inherit the members, so nobody names the type arguments.")]
[SuppressMessage("Design", "CA1034", Justification = "The converter is named through the generated class: OrderJson.Converter.")]
public abstract class JsonRecord<T, TSelf> : JsonClass<T, TSelf>
    where T : class
    where TSelf : JsonRecord<T, TSelf>, IJsonRecord<T>
{
    private static readonly Walker Walks = new();

    /// <summary>How values are read, written and validated.</summary>
    public static JsonContract<T> Contract { get; } = new(Walks.TryRead, Write, Schema, IsSurelyValid, static _ => true);

    /// <inheritdoc cref="JsonTryRead{T}"/>
    public static bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out T value) => Walks.TryRead(ref scanner, out value);

    /// <inheritdoc cref="JsonWrite{T}"/>
    public static void Write(Utf8JsonWriter writer, T value) => Visit(new JsonMemberWriter(writer, Walks.Table, value), value);

    /// <summary>Prints the members for people; see <see cref="MemberText"/>.</summary>
    /// <param name="builder">Where the text goes.</param>
    /// <param name="value">The record.</param>
    /// <returns>False where there was nothing to print.</returns>
    public static bool Print(StringBuilder builder, T value)
    {
        JsonMemberWriter printer = new(builder, Walks.Table);
        Visit(printer, value);
        return printer.HasText;
    }

    /// <summary>Lets System.Text.Json read and write the type.</summary>
    public sealed class Converter() : JsonContractConverter<T>(Contract);

    // What reading validates of the members has no test. A list in C# may hold what holds it, or values may be deeper than any document:
    // whoever writes them finds that out without filling the stack.
    private static bool IsSurelyValid(T value)
    {
        if (Walks.Table.HasProof || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return false;
        }

        JsonMemberWriter test = new(Walks.Table);
        Visit(test, value);
        return test.IsSurelyValid && TSelf.Test(value);
    }

    private static void Visit(JsonMemberWriter visitor, T value)
    {
        JsonWalk walk = new(visitor);
        TSelf.Walk(ref walk, value);
        walk.End();
    }

    // An object, because its code finds the table and the generated class faster than that of a static member does.
    private sealed class Walker
    {
        public JsonMemberTable Table { get; } = new(TSelf.Facts.Members, TSelf.Proof, TSelf.Others);

        public bool TryRead(ref JsonScanner scanner, [MaybeNullWhen(false)] out T value)
        {
            JsonWalk walk = new(ref scanner, Table);
            T? read = null;
            if (walk.Begin())
            {
                do
                {
                    read = TSelf.Walk(ref walk, read);
                }
                while (walk.GoesOn());
            }

            value = walk.IsComplete ? read : null;
            if (value is null)
            {
                return false;
            }

            if (scanner.IsProving && !TSelf.Test(value))
            {
                scanner.Doubt();
            }

            return true;
        }
    }
}
