using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Schemas.Units;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary>Finds schemas whose parts leave no JSON type that all of them allow.</summary>
internal sealed class TypeIntersection(SchemaReport report)
{
    private const JsonType Any = JsonType.Null | JsonType.Boolean | JsonType.Integer | JsonType.Number | JsonType.String | JsonType.Array | JsonType.Object;
    private const int MaximumDepth = 64;

    private readonly Dictionary<string, SyntaxNode?> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<SyntaxNode, JsonType> _known = [];

    /// <summary>Checks units that are written now, which may refer to those of earlier calls.</summary>
    public void Check(IReadOnlyList<SchemaUnit> fresh)
    {
        foreach (SchemaUnit unit in fresh)
        {
            _units[SchemaWriter.ReferencePrefix + unit.Key] = unit.Node;
        }

        foreach (SchemaUnit unit in fresh)
        {
            Walk(unit.Node);
        }
    }

    private void Walk(SyntaxNode? node)
    {
        if (node is SequenceNode list)
        {
            foreach (SyntaxNode item in list.Items)
            {
                Walk(item);
            }
        }
        else if (node is MappingNode schema)
        {
            TypesOf(schema, 0);
            foreach (MappingEntry entry in schema.Entries)
            {
                switch (KeywordTable.Find(entry.Key.Text)?.Form)
                {
                    case KeywordForm.Schema or KeywordForm.Schemas:
                        Walk(entry.Value);
                        break;
                    case KeywordForm.SchemaMap when entry.Value is MappingNode map:
                        foreach (MappingEntry inner in map.Entries)
                        {
                            Walk(inner.Value);
                        }

                        break;
                }
            }
        }
    }

    private JsonType TypesOf(SyntaxNode? node, int depth)
    {
        if (node is not MappingNode schema || depth > MaximumDepth)
        {
            return BooleanValue.IsFalse(node) ? JsonType.None : Any;
        }

        if (_known.TryGetValue(schema, out JsonType known))
        {
            return known;
        }

        _known[schema] = Any;
        JsonType[] parts = [OwnTypes(schema), .. schema.Entries.SelectMany(e => PartsOf(e, depth + 1))];
        JsonType types = parts.Aggregate(Any, (all, part) => all & part);
        if (types == JsonType.None && !parts.Contains(JsonType.None))
        {
            report.Add(DatatypeDiagnostics.Unsatisfiable, schema, "its parts have no JSON type in common");
        }

        return _known[schema] = types;
    }

    private IEnumerable<JsonType> PartsOf(MappingEntry entry, int depth) => (entry.Key.Text, entry.Value) switch
    {
        ("$ref", ScalarNode reference) when _units.TryGetValue(reference.Text, out SyntaxNode? target) => [TypesOf(target, depth)],
        ("allOf", SequenceNode all) => all.Items.Select(i => TypesOf(i, depth)),
        ("anyOf" or "oneOf", SequenceNode any) => [any.Items.Aggregate(JsonType.None, (types, i) => types | TypesOf(i, depth))],
        _ => [],
    };

    // Values that are not of their own schema's types are told where they stand.
    private static JsonType OwnTypes(MappingNode schema)
    {
        JsonType types = TypeValue.Read(schema.Find("type"));
        types = types == JsonType.None ? Any : (types & JsonType.Number) != 0 ? types | JsonType.Integer : types;
        IEnumerable<SyntaxNode>? values = schema.Find("enum") is SequenceNode list ? list.Items : schema.Find("const") is { } one ? [one] : null;
        return values is null ? types : types & values.Aggregate(JsonType.None, (all, value) => all | KindOf(value));
    }

    private static JsonType KindOf(SyntaxNode value)
    {
        JsonType types = TypeValue.TypeOf(value);
        return (types & JsonType.Integer) != 0 ? JsonType.Integer : types;
    }
}
