using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.Writing;

namespace Interactor.Import.OpenApi;

/// <summary>
/// Walks all schemas that the connector needs, and finds out where each of their references leads: into the document's schemas, or to a
/// schema elsewhere, which becomes a datatype of its own.
/// </summary>
internal sealed class ReferenceCollector(ImportContext context, DatatypeHome home)
{
    private readonly Dictionary<(ImportDocument Document, string Reference), Target?> _targets = [];
    private readonly Dictionary<SyntaxNode, DocumentPlace> _needed = [];
    private readonly Dictionary<SyntaxNode, DocumentPlace> _promoted = [];
    private readonly Queue<DocumentPlace> _queue = new();
    private readonly List<string> _tokens = [];
    private readonly SchemaIdentifiers _identifiers = new(home);
    private readonly Heirs _heirs = new(context, home);

    /// <summary>The schemas that are to be datatypes.</summary>
    public IEnumerable<DocumentPlace> Needed => _needed.Values;

    /// <summary>Those of them that the document does not keep with its schemas.</summary>
    public IReadOnlyCollection<DocumentPlace> Promoted => _promoted.Values;

    public bool IsNeeded(DocumentPlace schema) => _needed.ContainsKey(schema.Node);

    public void Need(DocumentPlace schema)
    {
        if (_needed.TryAdd(schema.Node, schema))
        {
            _queue.Enqueue(schema);
        }
    }

    public void Visit(ImportedSchema? schema)
    {
        switch (schema)
        {
            case ImportedSchema.Copied copied:
                Walk(copied.Place, copied.Place.Node);
                break;
            case ImportedSchema.Composed composed:
                foreach (ImportedProperty property in composed.Properties)
                {
                    Visit(property.Schema);
                }

                break;
            case ImportedSchema.ListOf list:
                Visit(list.Items);
                break;
        }
    }

    /// <summary>Walks what is needed until nothing new is.</summary>
    public void Complete()
    {
        while (_queue.TryDequeue(out DocumentPlace? schema))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            Walk(schema, schema.Node);
            foreach (DocumentPlace heir in _heirs.Of(schema))
            {
                Need(heir);
            }
        }
    }

    public SchemaReferences ToReferences(DatatypeNames names)
    {
        Dictionary<(ImportDocument, string), string> targets = new(_targets.Count);
        foreach (((ImportDocument document, string reference), Target? target) in _targets)
        {
            if (target is not null)
            {
                targets.Add((document, reference), SchemaReferences.To(names.Of(target.Schema))
                    + string.Concat(target.Below.Select(t => "/" + JsonPointer.EncodeForFragment(t))));
            }
        }

        return new SchemaReferences(targets, _promoted.ToDictionary(p => p.Key, p => names.Of(p.Value)));
    }

    private void Walk(DocumentPlace root, SyntaxNode node)
    {
        if (node is not MappingNode schema)
        {
            return;
        }

        foreach (MappingEntry entry in schema.Entries)
        {
            SchemaForm form = SchemaForms.Of(entry.Key.Text);
            if (form is SchemaForm.Data or SchemaForm.Remark or SchemaForm.Xml or SchemaForm.Dropped or SchemaForm.MicrosoftEnum or SchemaForm.EnumNames)
            {
                continue;
            }

            _tokens.Add(entry.Key.Text);
            WalkKeyword(root, form, entry.Value);
            _tokens.RemoveAt(_tokens.Count - 1);
        }
    }

    private void WalkKeyword(DocumentPlace root, SchemaForm form, SyntaxNode value)
    {
        switch (form)
        {
            case SchemaForm.Reference when value is ScalarNode reference:
                Refer(root, reference, isMapping: false);
                break;
            case SchemaForm.Schema or SchemaForm.SchemaOrList when value is MappingNode:
                Walk(root, value);
                break;
            case SchemaForm.SchemaList or SchemaForm.SchemaOrList when value is SequenceNode list:
                for (int i = 0; i < list.Items.Count; i++)
                {
                    _tokens.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
                    Walk(root, list.Items[i]);
                    _tokens.RemoveAt(_tokens.Count - 1);
                }

                break;
            case SchemaForm.SchemaMap when value is MappingNode map:
                foreach (MappingEntry member in map.Entries)
                {
                    _tokens.Add(member.Key.Text);
                    Walk(root, member.Value);
                    _tokens.RemoveAt(_tokens.Count - 1);
                }

                break;
            case SchemaForm.Discriminator when (value as MappingNode)?.Find("mapping") is MappingNode mapping:
                foreach (ScalarNode target in mapping.Entries.Select(e => e.Value).OfType<ScalarNode>())
                {
                    Refer(root, target, isMapping: true);
                }

                break;
        }
    }

    private void Refer(DocumentPlace root, ScalarNode reference, bool isMapping)
    {
        (ImportDocument, string) key = (root.Document, reference.Text);
        if (!_targets.TryGetValue(key, out Target? target))
        {
            target = Find(root.Document, reference.Text, isMapping);
            _targets.Add(key, target);
            if (target is not null)
            {
                Need(target.Schema);
            }
        }

        if (target is null)
        {
            string pointer = root.Pointer + string.Concat(_tokens.Select(t => "/" + JsonPointer.Escape(t)));
            context.Log.Add(ImportRules.BrokenSchemaReference, reference.Location, pointer, reference.Text);
        }
    }

    private Target? Find(ImportDocument document, string reference, bool isMapping)
    {
        // A discriminator names schemas by their names too, and so did references before Swagger 2.0.
        if (reference.IndexOfAny(['#', '/']) < 0 && document == context.Top.Document && home.Find(reference) is { } named)
        {
            return new Target(named, []);
        }

        if (context.References.Find(document, reference) is not { } place || place.Node is not (MappingNode or ScalarNode { Kind: ScalarKind.Boolean }))
        {
            return document == context.Top.Document && _identifiers.Find(reference) is { } identified ? new Target(identified.Schema, identified.Below) : null;
        }

        if (place.Document == context.Top.Document && home.Around(place) is { } found)
        {
            return new Target(found.Schema, found.Below);
        }

        if (isMapping && place.Node is ScalarNode)
        {
            return null;
        }

        if (_promoted.TryGetValue(place.Node, out DocumentPlace? known))
        {
            return new Target(known, []);
        }

        _promoted.Add(place.Node, place);
        return new Target(place, []);
    }

    /// <param name="Below">The way from the schema to the part that is meant.</param>
    private sealed record Target(DocumentPlace Schema, IReadOnlyList<string> Below);
}
