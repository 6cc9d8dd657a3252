using System.Text;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Normal;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Writes schemas in normal form as the JSON text that the generated code carries.</summary>
internal sealed class SchemaText
{
    private static readonly HashSet<string> Remarks =
        new(["title", "description", "deprecated", "externalDocs", "xml", "$comment", "x-enum-varnames", "x-enum-descriptions"], StringComparer.Ordinal);

    private readonly StringBuilder _json = new(capacity: 512);
    private List<DatatypeReference>? _references;
    private HashSet<string>? _referenced;
    private readonly Func<string, string?> _nameOf;
    private readonly HashSet<string>? _together;
    private readonly bool _withRemarks;

    private SchemaText(Func<string, string?> nameOf, HashSet<string>? together, bool withRemarks = false)
    {
        _withRemarks = withRemarks;
        _nameOf = nameOf;
        _together = together;
    }

    /// <summary>The text of one datatype, which refers to those of others.</summary>
    /// <param name="nameOf">The C# name of the datatype that a reference names.</param>
    /// <param name="withRemarks">What tells people something is kept: the schema is that of an input, which people and tools fill in.</param>
    public static OwnSchemaText Of(SyntaxNode schema, Func<string, string?> nameOf, bool withRemarks = false)
    {
        SchemaText text = new(nameOf, together: null, withRemarks);
        text.WriteSchema(schema);
        return text.ToModel();
    }

    /// <summary>One text for many datatypes, which refer to each other inside it. What only tells people something is left out.</summary>
    /// <param name="root">The datatype that the text itself is the schema of.</param>
    /// <param name="nameOf">The C# name of a datatype that is not among them.</param>
    public static OwnSchemaText OfAll(string root, IReadOnlyCollection<DatatypeSource> datatypes, Func<string, string?> nameOf)
    {
        SchemaText text = new(nameOf, new HashSet<string>(datatypes.Select(d => SchemaWriter.ReferencePrefix + d.Key), StringComparer.Ordinal));
        text._json.Append("{\"$ref\":");
        JsonText.WriteString(text._json, PointerOf(root, "#"));
        text._json.Append(",\"$defs\":");
        char separator = '{';
        foreach (DatatypeSource datatype in datatypes)
        {
            text.WriteName(separator, datatype.Key);
            text.WriteSchema(datatype.Node);
            separator = ',';
        }

        text._json.Append(separator == '{' ? "{}}" : "}}");
        return text.ToModel();
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

        mapping = OnlyReference(mapping) ?? mapping;
        char separator = '{';
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (IsWritten(entry))
            {
                WriteName(separator, entry.Key.Text);
                WriteKeyword(entry.Key.Text, entry.Value);
                separator = ',';
            }
        }

        _json.Append(separator == '{' ? "{}" : "}");
    }

    // A reference with remarks beside it, which dialects without such siblings put into allOf, is the reference. No pointer leads into it.
    private MappingNode? OnlyReference(MappingNode schema)
    {
        if (schema.Entries.Count != 1 || schema.Entries[0] is not { Key.Text: "allOf", Value: SequenceNode all })
        {
            return null;
        }

        MappingNode? only = null;
        foreach (SyntaxNode part in all.Items)
        {
            if (part is not MappingNode mapping || (only is not null && mapping.Entries.Any(IsWritten)))
            {
                return null;
            }

            only = mapping.Entries.Any(IsWritten) ? mapping : only;
        }

        return only is { Entries: [{ Key.Text: "$ref" }] } ? only : null;
    }

    private void WriteMap(MappingNode map)
    {
        char separator = '{';
        foreach (MappingEntry entry in map.Entries)
        {
            WriteName(separator, JsonText.Plain(entry.Key));
            WriteSchema(entry.Value);
            separator = ',';
        }

        _json.Append(separator == '{' ? "{}" : "}");
    }

    private void WriteName(char separator, string name)
    {
        _json.Append(separator);
        JsonText.WriteString(_json, name);
        _json.Append(':');
    }

    // The rest is used at run time: by validation, and by whoever needs an example of a value.
    private bool IsWritten(MappingEntry entry) => _together is not null ? KeywordTable.Find(entry.Key.Text) is not { IsAnnotation: true }
        : _withRemarks ? !entry.Key.Text.StartsWith("x-", StringComparison.Ordinal)
        : !Remarks.Contains(entry.Key.Text);

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
                WriteMap(map);
                break;
            case (KeywordForm.Reference, ScalarNode reference):
                WriteReference(reference.Text);
                break;
            default:
                JsonText.Write(_json, value);
                break;
        }
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

    // Datatypes are known by the key that their author wrote.
    private void WriteReference(string reference)
    {
        if (_together?.Contains(reference) == true)
        {
            JsonText.WriteString(_json, PointerOf(reference.Substring(SchemaWriter.ReferencePrefix.Length), "#"));
            return;
        }

        string plain = JsonText.Plain(reference);
        if ((_referenced ??= new HashSet<string>(StringComparer.Ordinal)).Add(reference) && _nameOf(reference) is { } name)
        {
            (_references ??= []).Add(new(plain, name));
        }

        JsonText.WriteString(_json, plain);
    }

    private OwnSchemaText ToModel() => new(_json.ToString(), _references is null ? [] : _references.ToEquatableArray());
}
