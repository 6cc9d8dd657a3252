using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>
/// Copies schemas out of a document: keywords stay as they are, references lead to datatypes, extensions that nobody reads are left out.
/// </summary>
/// <param name="keepsRemarks">Examples and the like are copied too.</param>
internal sealed class SchemaCopier(DefinitionWriter writer, ImportedConnector connector, bool keepsRemarks)
{
    private readonly SchemaReferences _references = connector.References;
    private readonly SchemaNotes _notes = connector.Notes;
    private readonly bool _keepsXml = keepsRemarks || connector.HasXml;

    public void Copy(ImportedSchema schema, DefinitionValue.Mapping? more = null)
    {
        more ??= DefinitionValue.Mapping.Empty;
        switch (schema)
        {
            case ImportedSchema.Copied copied:
                CopyTop(copied, more);
                break;
            case ImportedSchema.Datatype datatype:
                writer.BeginMapping();
                writer.Member("$ref", SchemaReferences.To(datatype.Name));
                writer.Members(more);
                writer.EndMapping();
                break;
            case ImportedSchema.Made made:
                writer.BeginMapping();
                Members(made.Keywords, more);
                writer.EndMapping();
                break;
            case ImportedSchema.Composed composed:
                Compose(composed.Properties, more);
                break;
            case ImportedSchema.ListOf list:
                writer.BeginMapping();
                writer.Member("type", "array");
                writer.Members(more);
                writer.Key("items");
                Copy(list.Items);
                writer.EndMapping();
                break;
        }
    }

    /// <summary>An object of properties; the form of every input.</summary>
    public void Compose(IReadOnlyList<ImportedProperty> properties, DefinitionValue.Mapping more)
    {
        writer.BeginMapping();
        writer.Member("type", "object");
        writer.Members(more);
        writer.Member("required", [.. properties.Where(p => p.IsRequired).Select(p => p.Name)]);
        writer.Key("properties");
        writer.BeginMapping();
        foreach (ImportedProperty property in properties)
        {
            writer.Key(property.Name);
            Copy(property.Schema, KeywordsOf(property));
        }

        writer.EndMapping();
        writer.EndMapping();
    }

    private static DefinitionValue.Mapping KeywordsOf(ImportedProperty property)
    {
        DefinitionValue.Mapping keywords = DefinitionValue.Mapping.Empty;
        if (property.Description is { } description)
        {
            keywords = keywords.With("description", description);
        }

        if (property.IsDeprecated)
        {
            keywords = keywords.With("deprecated", true);
        }

        return property.Keywords.Members.Aggregate(keywords, (all, member) => all.With(member.Key, member.Value));
    }

    // What the property says replaces what its schema says.
    private void Members(DefinitionValue.Mapping keywords, DefinitionValue.Mapping more)
    {
        writer.Members(more);
        foreach (DefinitionMember member in keywords.Members.Where(m => more.Find(m.Key) is null))
        {
            writer.Key(member.Key);
            writer.Value(member.Value);
        }
    }

    private void CopyTop(ImportedSchema.Copied copied, DefinitionValue.Mapping more)
    {
        DocumentPlace place = copied.Place;
        bool isWhole = copied.Without is null && !copied.IsNeverNull && more.IsEmpty;
        if (isWhole || place.Node is not MappingNode mapping)
        {
            CopySchema(place.Document, place.Node);
            return;
        }

        writer.BeginMapping();
        writer.Members(more);
        if (copied.Without is null && _references.DatatypeOf(mapping) is { } datatype)
        {
            writer.Member("$ref", SchemaReferences.To(datatype));
        }
        else
        {
            NullFilter? filter = copied.IsNeverNull ? new NullFilter(writer) : null;
            foreach (MappingEntry entry in mapping.Entries)
            {
                if (copied.Without?.Contains(entry.Key.Text) != true
                    && more.Find(entry.Key.Text) is null
                    && filter?.TryWrite(entry) != true)
                {
                    CopyKeyword(place.Document, mapping, entry);
                }
            }

            WriteNotes(mapping, more);
        }

        writer.EndMapping();
    }

    private void CopySchema(ImportDocument document, SyntaxNode node)
    {
        if (node is not MappingNode mapping)
        {
            CopyNonMapping(node);
            return;
        }

        writer.BeginMapping();
        if (_references.DatatypeOf(mapping) is { } datatype)
        {
            writer.Member("$ref", SchemaReferences.To(datatype));
        }
        else
        {
            CopyKeywords(document, mapping);
        }

        writer.EndMapping();
    }

    /// <summary>The schema of a datatype, which stands inline elsewhere too.</summary>
    public void CopyDatatype(ImportedSchema schema)
    {
        if (schema is ImportedSchema.Copied { Place.Node: MappingNode mapping, Without: null } copied)
        {
            writer.BeginMapping();
            CopyKeywords(copied.Place.Document, mapping);
            writer.EndMapping();
        }
        else
        {
            Copy(schema);
        }
    }

    private void CopyKeywords(ImportDocument document, MappingNode mapping)
    {
        foreach (MappingEntry entry in mapping.Entries)
        {
            CopyKeyword(document, mapping, entry);
        }

        WriteNotes(mapping, DefinitionValue.Mapping.Empty);
    }

    private void WriteNotes(MappingNode schema, DefinitionValue.Mapping written)
    {
        foreach (DefinitionMember note in _notes.Of(schema).Members)
        {
            if (schema.Find(note.Key) is null && written.Find(note.Key) is null)
            {
                writer.Key(note.Key);
                writer.Value(note.Value);
            }
        }
    }

    // true and false are schemas; anything else is a mistake and means any value.
    private void CopyNonMapping(SyntaxNode node)
    {
        if (node is ScalarNode { Kind: ScalarKind.Boolean } flag)
        {
            writer.Boolean(string.Equals(flag.Text, "true", StringComparison.OrdinalIgnoreCase));
        }
        else
        {
            writer.BeginMapping();
            writer.EndMapping();
        }
    }

    private void CopyKeyword(ImportDocument document, MappingNode schema, MappingEntry entry)
    {
        string keyword = entry.Key.Text;
        switch (SchemaForms.Of(keyword))
        {
            case SchemaForm.Reference when entry.Value is ScalarNode reference:
                writer.Member(keyword, _references.Find(document, reference.Text));
                break;
            case SchemaForm.Schema when entry.Value is MappingNode or ScalarNode { Kind: ScalarKind.Boolean }:
            case SchemaForm.SchemaOrList when entry.Value is MappingNode or ScalarNode { Kind: ScalarKind.Boolean }:
                writer.Key(keyword);
                CopySchema(document, entry.Value);
                break;
            case SchemaForm.SchemaList or SchemaForm.SchemaOrList when entry.Value is SequenceNode list:
                writer.Key(keyword);
                writer.BeginList();
                foreach (SyntaxNode item in list.Items)
                {
                    CopySchema(document, item);
                }

                writer.EndList();
                break;
            case SchemaForm.SchemaMap when entry.Value is MappingNode map:
                writer.Key(keyword);
                CopyMap(document, map);
                break;
            case SchemaForm.Discriminator:
                writer.Key(keyword);
                CopyDiscriminator(document, entry.Value);
                break;
            case SchemaForm.MicrosoftEnum:
                MicrosoftEnum.Write(writer, schema, entry.Value);
                break;
            case SchemaForm.EnumNames:
                if (schema.Find("x-enum-varnames") is null && schema.Find("x-ms-enum") is null)
                {
                    writer.Key("x-enum-varnames");
                    DataCopier.Copy(writer, entry.Value);
                }

                break;
            case SchemaForm.Remark when !keepsRemarks:
            case SchemaForm.Xml when !_keepsXml:
            case SchemaForm.Dropped:
                break;
            case SchemaForm.Data or SchemaForm.Remark or SchemaForm.Xml:
                writer.Key(keyword);
                DataCopier.Copy(writer, entry.Value);
                break;
        }
    }

    private void CopyMap(ImportDocument document, MappingNode map)
    {
        writer.BeginMapping();
        foreach (MappingEntry entry in map.Entries)
        {
            writer.Key(entry.Key.Text);
            if (entry.Value is SequenceNode names)
            {
                DataCopier.Copy(writer, names);
            }
            else
            {
                CopySchema(document, entry.Value);
            }
        }

        writer.EndMapping();
    }

    private void CopyDiscriminator(ImportDocument document, SyntaxNode node)
    {
        if (node is not MappingNode discriminator)
        {
            DataCopier.Copy(writer, node);
            return;
        }

        writer.BeginMapping();
        foreach (MappingEntry entry in discriminator.Entries)
        {
            if (entry is { Key.Text: "mapping", Value: MappingNode mapping })
            {
                writer.Key("mapping");
                writer.BeginMapping();
                foreach (MappingEntry target in mapping.Entries)
                {
                    writer.Member(target.Key.Text, target.Value is ScalarNode { Text: var text } ? _references.Find(document, text) : null);
                }

                writer.EndMapping();
            }
            else if (SchemaForms.Of(entry.Key.Text) != SchemaForm.Dropped)
            {
                writer.Key(entry.Key.Text);
                DataCopier.Copy(writer, entry.Value);
            }
        }

        writer.EndMapping();
    }
}
