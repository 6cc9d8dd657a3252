using System.Text;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Normal;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Writes schemas in normal form as the JSON text that the generated code carries.</summary>
internal sealed class SchemaText
{
    private readonly StringBuilder _json = new();
    private readonly SortedDictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly Func<string, string?>? _nameOf;

    private SchemaText(Func<string, string?>? nameOf) => _nameOf = nameOf;

    /// <summary>The text of one datatype, which refers to those of others.</summary>
    /// <param name="nameOf">The C# name of the datatype that a reference names.</param>
    public static OwnSchemaText Of(SyntaxNode schema, Func<string, string?> nameOf)
    {
        SchemaText text = new(nameOf);
        text.WriteSchema(schema);
        return new OwnSchemaText(text._json.ToString(), text._references.Select(r => new DatatypeReference(r.Key, r.Value)).ToEquatableArray());
    }

    /// <summary>One text for many datatypes, which refer to each other inside it. What only tells people something is left out.</summary>
    /// <param name="root">The datatype that the text itself is the schema of.</param>
    public static OwnSchemaText OfAll(string root, IEnumerable<DatatypeSource> datatypes)
    {
        SchemaText text = new(null);
        text._json.Append("{\"$ref\":");
        JsonText.WriteString(text._json, PointerOf(root, "#"));
        text._json.Append(",\"$defs\":");
        text.WriteMembers(datatypes, static d => d.Key, (d) => text.WriteSchema(d.Node));
        text._json.Append('}');
        return new OwnSchemaText(text._json.ToString(), []);
    }

    /// <summary>Where a datatype stands in the one text.</summary>
    public static string PointerOf(string key, string before = "") => $"{before}/$defs/{key}";

    private void WriteSchema(SyntaxNode schema)
    {
        if (schema is not MappingNode mapping)
        {
            JsonText.Write(_json, schema);
            return;
        }

        WriteMembers(mapping.Entries.Where(IsWritten), static e => e.Key.Text, e => WriteKeyword(e.Key.Text, e.Value));
    }

    // What names C# members is of no use at run time.
    private bool IsWritten(MappingEntry entry) => KeywordTable.Find(entry.Key.Text) is not { IsAnnotation: true }
        || (_nameOf is not null && !entry.Key.Text.StartsWith("x-", StringComparison.Ordinal));

    private void WriteKeyword(string keyword, SyntaxNode value)
    {
        switch (KeywordTable.Find(keyword)?.Form, value)
        {
            case (KeywordForm.Schema, _):
                WriteSchema(value);
                break;
            case (KeywordForm.Schemas, SequenceNode schemas):
                WriteSchemas(schemas);
                break;
            case (KeywordForm.SchemaMap, MappingNode map):
                WriteMembers(map.Entries, static e => JsonText.Plain(e.Key), e => WriteSchema(e.Value));
                break;
            case (KeywordForm.Reference, ScalarNode reference):
                WriteReference(JsonText.Plain(reference));
                break;
            default:
                JsonText.Write(_json, value);
                break;
        }
    }

    private void WriteMembers<T>(IEnumerable<T> members, Func<T, string> name, Action<T> write)
    {
        _json.Append('{');
        string separator = "";
        foreach (T member in members)
        {
            _json.Append(separator);
            JsonText.WriteString(_json, name(member));
            _json.Append(':');
            write(member);
            separator = ",";
        }

        _json.Append('}');
    }

    private void WriteSchemas(SequenceNode schemas)
    {
        _json.Append('[');
        string separator = "";
        foreach (SyntaxNode schema in schemas.Items)
        {
            _json.Append(separator);
            WriteSchema(schema);
            separator = ",";
        }

        _json.Append(']');
    }

    private void WriteReference(string reference)
    {
        if (_nameOf is null)
        {
            JsonText.WriteString(_json, PointerOf(reference.Substring(SchemaWriter.ReferencePrefix.Length), "#"));
            return;
        }

        if (_nameOf(reference) is { } name)
        {
            _references[reference] = name;
        }

        JsonText.WriteString(_json, reference);
    }
}
