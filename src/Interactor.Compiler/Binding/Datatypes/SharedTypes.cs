using System.Text;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>
/// Types of schemas without a name of their own: one schema has one type however often it is reached, and schemas of one
/// shape under properties of one name share theirs.
/// </summary>
internal sealed class SharedTypes
{
    // They say something about the place, not about the values.
    private static readonly HashSet<string> Remarks = new(StringComparer.Ordinal)
    {
        "title", "description", "default", "example", "examples", "deprecated", "externalDocs", "xml", "$comment", "readOnly", "writeOnly",
    };

    private static readonly string[] NamingKeywords = ["properties", "enum", "const", "oneOf", "anyOf", "allOf", "prefixItems"];

    private readonly Dictionary<SyntaxNode, TypeModel> _byNode = [];
    private readonly Dictionary<string, TypeModel> _byShape = new(StringComparer.Ordinal);
    private readonly StringBuilder _shape = new();

    private enum Holds
    {
        Schema,
        Schemas,
        Values,
    }

    public TypeModel GetOrAdd(SyntaxNode node, SchemaPlace place, Func<TypeModel> bind)
    {
        if (node is not MappingNode schema || !MayHaveTypeOfItsOwn(schema))
        {
            return bind();
        }

        if (_byNode.TryGetValue(node, out TypeModel? known))
        {
            return known;
        }

        if (place.Label is null)
        {
            return _byNode[node] = bind();
        }

        _shape.Clear().Append(place.Label).Append('\n');
        Write(_shape, schema, Holds.Schema);
        string key = _shape.ToString();
        if (!_byShape.TryGetValue(key, out TypeModel? type))
        {
            _byShape[key] = type = bind();
        }

        return _byNode[node] = type;
    }

    private static bool MayHaveTypeOfItsOwn(MappingNode schema) =>
        schema.Find("type") is SequenceNode { Items.Count: > 1 } || schema.HasAny(NamingKeywords);

    // A name of a property, or a part of a value, is no remark, whatever it reads like.
    private static Holds Inside(Holds holds, string key) => holds switch
    {
        Holds.Schemas => Holds.Schema,
        Holds.Values => Holds.Values,
        _ => key switch
        {
            "properties" or "patternProperties" or "dependentSchemas" => Holds.Schemas,
            "enum" or "const" or "dependentRequired" or "discriminator" => Holds.Values,
            _ => Holds.Schema,
        },
    };

    // The keywords' order is no part of the shape, and neither is that of properties; that of a list's items is.
    private static void Write(StringBuilder shape, SyntaxNode node, Holds holds)
    {
        switch (node)
        {
            case MappingNode mapping:
                shape.Append('{');
                MappingEntry[] entries = [.. mapping.Entries];
                Array.Sort(entries, static (left, right) => string.CompareOrdinal(left.Key.Text, right.Key.Text));
                foreach (MappingEntry entry in entries)
                {
                    if (holds == Holds.Schema && Remarks.Contains(entry.Key.Text))
                    {
                        continue;
                    }

                    JsonText.WriteString(shape, entry.Key.Text);
                    shape.Append(':');
                    Write(shape, entry.Value, Inside(holds, entry.Key.Text));
                    shape.Append(',');
                }

                shape.Append('}');
                break;
            case SequenceNode sequence:
                shape.Append('[');
                foreach (SyntaxNode item in sequence.Items)
                {
                    Write(shape, item, holds);
                    shape.Append(',');
                }

                shape.Append(']');
                break;
            default:
                JsonText.Write(shape, node);
                break;
        }
    }
}
