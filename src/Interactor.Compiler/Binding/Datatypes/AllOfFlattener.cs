using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Datatypes;

/// <summary>Gathers the properties of an object schema, those of its <c>allOf</c> parts included, into one flat set.</summary>
internal sealed class AllOfFlattener
{
    private readonly List<ObjectProperty> _properties = [];
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly HashSet<SyntaxNode> _visited = [];
    private readonly List<SyntaxNode> _path = [];
    private readonly DatatypeBinder _datatypes;
    private readonly BindingContext _context;
    private SyntaxNode? _additional;

    private AllOfFlattener(DatatypeBinder datatypes, BindingContext context)
    {
        _datatypes = datatypes;
        _context = context;
    }

    public static ObjectParts Flatten(MappingNode schema, SchemaPlace place, DatatypeBinder datatypes, BindingContext context)
    {
        AllOfFlattener flattener = new(datatypes, context);
        flattener._path.Add(schema);
        flattener.Add(schema, place);
        return new ObjectParts(flattener._properties, flattener._required, flattener._additional);
    }

    /// <summary>The properties that a schema has by itself.</summary>
    public static ObjectParts Own(MappingNode schema, SchemaPlace place) => new(
        [.. PropertiesOf(schema).Select(e => new ObjectProperty(JsonText.Plain(e.Key), e.Value, place.Property(JsonText.Plain(e.Key))))],
        [.. RequiredOf(schema)],
        schema.Find("additionalProperties"));

    private void Add(MappingNode schema, SchemaPlace place)
    {
        if (!_visited.Add(schema))
        {
            return;
        }

        if (schema.Find("$ref") is ScalarNode reference)
        {
            if (_datatypes.NodeOf(reference.Text) is MappingNode target && _datatypes.TextOf(reference.Text) is { } text)
            {
                Follow(target, reference, new SchemaPlace(text.Datatype, text.Pointer, place.Proposal));
            }
            else
            {
                _datatypes.Resolve(reference);
            }

            return;
        }

        if (schema.Find("allOf") is SequenceNode parts)
        {
            for (int i = 0; i < parts.Items.Count; i++)
            {
                if (parts.Items[i] is MappingNode part)
                {
                    Add(part, place.Branch("allOf", i, ""));
                }
            }
        }

        foreach (MappingEntry entry in PropertiesOf(schema))
        {
            AddProperty(entry, place.Property(JsonText.Plain(entry.Key)));
        }

        _required.UnionWith(RequiredOf(schema));
        _additional ??= schema.Find("additionalProperties");
    }

    private void Follow(MappingNode target, ScalarNode reference, SchemaPlace place)
    {
        if (_path.Contains(target))
        {
            _context.Report(DatatypeDiagnostics.ReferenceCycle, reference, reference.Text);
        }
        else if (_path.Count >= DatatypeBinder.MaximumDepth)
        {
            _context.Report(DatatypeDiagnostics.ReferenceDepth, reference);
        }
        else
        {
            _path.Add(target);
            Add(target, place);
            _path.RemoveAt(_path.Count - 1);
        }
    }

    // A later part narrows an earlier one: the schema's text keeps both, the type follows the last.
    private void AddProperty(MappingEntry entry, SchemaPlace place)
    {
        string name = JsonText.Plain(entry.Key);
        int index = _properties.FindIndex(p => p.Name == name);
        ObjectProperty property = new(name, entry.Value, place);
        if (index < 0)
        {
            _properties.Add(property);
            return;
        }

        JsonType earlier = TypesOf(_properties[index].Schema);
        JsonType later = TypesOf(entry.Value);
        if (earlier != JsonType.None && later != JsonType.None && (earlier & later) == 0)
        {
            _context.Report(DatatypeDiagnostics.IncompatibleParts, entry.Key, entry.Key.Text);
        }

        _properties[index] = property;
    }

    private static JsonType TypesOf(SyntaxNode schema)
    {
        JsonType types = schema is MappingNode mapping ? TypeValue.Read(mapping.Find("type")) : JsonType.None;
        return (types & JsonType.Number) != 0 ? types | JsonType.Integer : types;
    }

    private static IEnumerable<MappingEntry> PropertiesOf(MappingNode schema) =>
        schema.Find("properties") is MappingNode properties ? properties.Entries : [];

    private static IEnumerable<string> RequiredOf(MappingNode schema) =>
        schema.Find("required") is SequenceNode required ? required.Items.OfType<ScalarNode>().Select(JsonText.Plain) : [];
}
