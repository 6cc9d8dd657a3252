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
        Parts parts = default;
        parts.Add(OwnTypes(schema));
        foreach (MappingEntry entry in schema.Entries)
        {
            AddParts(ref parts, entry, depth + 1);
        }

        if (parts.Types == JsonType.None && !parts.HasNone)
        {
            report.Add(DatatypeDiagnostics.Unsatisfiable, schema, "its parts have no JSON type in common");
        }

        return _known[schema] = parts.Types;
    }

    private void AddParts(ref Parts parts, MappingEntry entry, int depth)
    {
        switch (entry.Key.Text, entry.Value)
        {
            case ("$ref", ScalarNode reference) when _units.TryGetValue(reference.Text, out SyntaxNode? target):
                parts.Add(TypesOf(target, depth));
                break;
            case ("allOf", SequenceNode all):
                foreach (SyntaxNode item in all.Items)
                {
                    parts.Add(TypesOf(item, depth));
                }

                break;
            case ("anyOf" or "oneOf", SequenceNode any):
                JsonType types = JsonType.None;
                foreach (SyntaxNode item in any.Items)
                {
                    types |= TypesOf(item, depth);
                }

                parts.Add(types);
                break;
        }
    }

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

    /// <summary>The types that all parts of a schema allow.</summary>
    private struct Parts
    {
        private JsonType _left;

        public readonly JsonType Types => Any & ~_left;

        /// <summary>One part alone allows nothing.</summary>
        public bool HasNone { get; private set; }

        public void Add(JsonType types)
        {
            _left |= ~types;
            HasNone |= types == JsonType.None;
        }
    }
}
