using System.Text.Json;

namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>
/// The datatypes that a schema's text refers to, given in the order in which the text first names them, so that generated code need not
/// name them again. Read when the first reference is looked up.
/// </summary>
internal sealed class ReferenceTable(Utf8Text text, Func<JsonSchema?[]> schemas)
{
    private Dictionary<string, JsonSchema>? _byName;

    /// <summary>The schema that a reference names; null where it is none of the list.</summary>
    /// <param name="reference"><c>#/datatypes/Name</c>.</param>
    /// <exception cref="InvalidOperationException">The text names more datatypes, or fewer.</exception>
    public JsonSchema? Find(string reference) => (_byName ??= Read()).GetValueOrDefault(reference);

    private Dictionary<string, JsonSchema> Read()
    {
        JsonSchema?[] given = schemas();
        Dictionary<string, JsonSchema> byName = new(StringComparer.Ordinal);
        ReadOnlySpan<byte> rest = text();

        // The text is compact, and a quote inside a string stands behind a backslash.
        ReadOnlySpan<byte> start = "\"$ref\":\"#/datatypes/"u8;
        for (int at = rest.IndexOf(start); at >= 0; at = rest.IndexOf(start))
        {
            bool isName = at > 0 && rest[at - 1] is (byte)'{' or (byte)',';
            rest = rest[(at + "\"$ref\":".Length)..];
            if (isName)
            {
                Utf8JsonReader reader = new(rest, isFinalBlock: false, default);
                reader.Read();
                string name = reader.GetString()!;
                if (!byName.ContainsKey(name))
                {
                    byName.Add(name, byName.Count < given.Length ? given[byName.Count] ?? throw Mismatch() : throw Mismatch());
                }
            }
        }

        return byName.Count == given.Length ? byName : throw Mismatch();
    }

    private static InvalidOperationException Mismatch() => new("The schema's text does not name as many datatypes as are given.");
}
