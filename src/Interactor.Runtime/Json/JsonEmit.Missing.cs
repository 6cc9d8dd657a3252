using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Interactor.Runtime.Json;

// C# lets null pass where the type says that there is none; without these it would be left out, or end the document amid a member.
public static partial class JsonEmit
{
    /// <summary>Begins the object of a record.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The record.</param>
    /// <exception cref="JsonContractException">There is no record.</exception>
    public static void BeginObject(Utf8JsonWriter writer, [NotNull] object? value)
    {
        NotNull(value);
        writer.WriteStartObject();
    }

    /// <summary>Begins the array of a list or a tuple.</summary>
    /// <param name="writer">Where a value may stand.</param>
    /// <param name="value">The list or the tuple.</param>
    /// <exception cref="JsonContractException">There is none.</exception>
    public static void BeginArray(Utf8JsonWriter writer, [NotNull] object? value)
    {
        NotNull(value);
        writer.WriteStartArray();
    }

    /// <summary>What is thrown for a null that the schema does not allow. Whoever writes the whole document says where it is.</summary>
    public static JsonContractException Missing() => new([new ErrorDetail(string.Empty, "must not be null")]);

    private static void NotNull([NotNull] object? value)
    {
        if (value is null)
        {
            throw Missing();
        }
    }
}
