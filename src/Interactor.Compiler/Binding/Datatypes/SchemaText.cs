using System.Text;
using Interactor.Compiler.Binding.Datatypes.Keywords;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// Writes a schema as the JSON text that the generated code carries: known keywords only, and each <c>$ref</c> in the
/// one form that the runtime resolves.
/// </summary>
internal sealed class SchemaText(DatatypeBinder datatypes)
{
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly StringBuilder _json = new();

    public static OwnSchemaText Of(SyntaxNode schema, DatatypeBinder datatypes)
    {
        SchemaText text = new(datatypes);
        text.WriteSchema(schema);
        return new OwnSchemaText(
            text._json.ToString(),
            text._references.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new DatatypeReference(r.Key, r.Value)).ToEquatableArray());
    }

    private void WriteSchema(SyntaxNode schema)
    {
        if (schema is not MappingNode mapping)
        {
            _json.Append(schema is ScalarNode { Kind: ScalarKind.Boolean, Text: "false" or "False" or "FALSE" } ? "false" : "true");
            return;
        }

        _json.Append('{');
        string separator = "";
        foreach (MappingEntry entry in mapping.Entries)
        {
            if (KeywordTable.Find(entry.Key.Text) is not { Role: not KeywordRole.NotYet })
            {
                continue;
            }

            _json.Append(separator);
            JsonText.WriteString(_json, entry.Key.Text);
            _json.Append(':');
            WriteKeyword(entry.Key.Text, entry.Value);
            separator = ",";
        }

        _json.Append('}');
    }

    private void WriteKeyword(string keyword, SyntaxNode value)
    {
        switch (keyword)
        {
            case "properties" when value is MappingNode properties:
                WriteProperties(properties);
                break;
            case "items" or "additionalProperties":
                WriteSchema(value);
                break;
            case "allOf" or "anyOf" or "oneOf" when value is SequenceNode branches:
                WriteBranches(branches);
                break;
            case "$ref" when value is ScalarNode reference:
                WriteReference(reference);
                break;
            case "type":
                WriteTypes(TypeValue.Read(value));
                break;
            default:
                JsonText.Write(_json, value);
                break;
        }
    }

    private void WriteProperties(MappingNode properties)
    {
        _json.Append('{');
        string separator = "";
        foreach (MappingEntry entry in properties.Entries)
        {
            _json.Append(separator);
            JsonText.WriteString(_json, JsonText.Plain(entry.Key));
            _json.Append(':');
            WriteSchema(entry.Value);
            separator = ",";
        }

        _json.Append('}');
    }

    private void WriteBranches(SequenceNode branches)
    {
        _json.Append('[');
        string separator = "";
        foreach (SyntaxNode branch in branches.Items)
        {
            _json.Append(separator);
            WriteSchema(branch);
            separator = ",";
        }

        _json.Append(']');
    }

    private void WriteReference(ScalarNode reference)
    {
        string text = JsonText.Plain(reference);
        if (datatypes.CSharpNameOf(reference.Text) is { } name)
        {
            _references[text] = name;
        }

        JsonText.WriteString(_json, text);
    }

    private void WriteTypes(JsonType types)
    {
        string[] names = [.. TypeValue.Describe(types).Split([" or "], StringSplitOptions.RemoveEmptyEntries).Select(JsonText.OfString)];
        _json.Append(names.Length == 1 ? names[0] : "[" + string.Join(",", names) + "]");
    }
}
