using Interactor.Compiler.Syntax;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>
/// Walks over the parts of a document where extensions may stand, which is not everywhere: names of properties, headers and operations can
/// look like extensions. Schemas get notes of what the extensions say, all others are reported.
/// </summary>
internal sealed class ExtensionWalker(ImportContext context, DynamicValues values)
{
    private static readonly string[] NamedSchemas = ["properties", "patternProperties"];
    private static readonly string[] Schemas = ["items", "additionalProperties", "not"];

    public SchemaNotes Notes { get; } = new();

    public void Walk()
    {
        DocumentPlace top = context.Top;
        Report(top);
        Report(top.Find("info"));
        foreach (DocumentPlace item in top.Find("paths")?.Members ?? [])
        {
            context.Cancellation.ThrowIfCancellationRequested();
            PathItem(item);
        }

        OperationNames none = OperationNames.None;
        foreach (DocumentPlace parameter in top.Find("parameters")?.Members ?? [])
        {
            Parameter(parameter, none);
        }

        foreach (DocumentPlace response in top.Find("responses")?.Members ?? [])
        {
            Response(response, none);
        }

        foreach (DocumentPlace schema in top.Find("definitions")?.Members ?? [])
        {
            Schema(schema, none);
        }
    }

    private void PathItem(DocumentPlace item)
    {
        Report(item);
        OperationNames shared = OperationNames.Of(context, item, null);
        foreach (DocumentPlace parameter in item.Find("parameters")?.Items ?? [])
        {
            Parameter(parameter, shared);
        }

        if (item.Find("x-ms-notification-content")?.Find("schema") is { } content)
        {
            Schema(content, shared);
        }

        foreach (DocumentPlace operation in item.Members.Where(m => m.Find("responses") is not null || m.Find("operationId") is not null))
        {
            OperationNames names = OperationNames.Of(context, item, operation);
            Report(operation);
            foreach (DocumentPlace parameter in operation.Find("parameters")?.Items ?? [])
            {
                Parameter(parameter, names);
            }

            foreach (DocumentPlace response in operation.Find("responses")?.Members ?? [])
            {
                Response(response, names);
            }
        }
    }

    private void Parameter(DocumentPlace parameter, OperationNames names)
    {
        Report(parameter);
        if (parameter.TextOf("in") == "body")
        {
            Note(parameter, names);
            Schema(parameter.Find("schema"), names);
        }
        else
        {
            Note(parameter, names);
            Schema(parameter.Find("items"), names);
            ReportEncoding(parameter);
            bool isHidden = FixedValue.IsInternal(parameter);
            ReportVisibility(parameter, isHidden && FixedValue.Of(parameter) is not null);
        }
    }

    private void Response(DocumentPlace response, OperationNames names)
    {
        Report(response);
        Schema(response.Find("schema"), names);
    }

    private void Schema(DocumentPlace? schema, OperationNames names)
    {
        if (schema is null || !schema.IsMapping)
        {
            return;
        }

        Report(schema);
        Note(schema, names);
        ReportVisibility(schema, isExact: false);
        foreach (string key in NamedSchemas)
        {
            foreach (DocumentPlace property in schema.Find(key)?.Members ?? [])
            {
                Schema(property, names);
                if (FixedValue.IsInternal(property) && property.TextOf("default") is { } value && schema.TextsOf("required").Contains(property.Token))
                {
                    context.Log.Add(PowerPlatformRules.FixedInBody, property, property.Token, value);
                }
            }
        }

        foreach (string key in Schemas)
        {
            Schema(schema.Find(key), names);
        }

        foreach (DocumentPlace part in schema.Find("allOf")?.Items ?? [])
        {
            Schema(part, names);
        }
    }

    // A reference has no keywords beside itself.
    private void Note(DocumentPlace schema, OperationNames names)
    {
        if (schema.Node is not MappingNode mapping || schema.Find("$ref") is not null)
        {
            return;
        }

        DefinitionValue.Mapping keywords = DefinitionValue.Mapping.Empty
            .WithText("title", Texts.Line(schema.TextOf("x-ms-summary")))
            .With("values", values.Of(schema, names))
            .With("x-enum-varnames", EnumNames.Of(schema));
        if (!keywords.IsEmpty)
        {
            Notes.Add(mapping, keywords);
        }
    }

    private void ReportVisibility(DocumentPlace place, bool isExact)
    {
        if (!isExact && place.Find("x-ms-visibility") is { Text: { } text } visibility && text.Trim().ToLowerInvariant() is not ("" or "none"))
        {
            context.Log.Add(PowerPlatformRules.ExtensionDropped, visibility, "x-ms-visibility: " + text, "how prominent something is has no place in a definition");
        }
    }

    private void ReportEncoding(DocumentPlace parameter)
    {
        if (parameter.TextOf("x-ms-url-encoding") is { } encoding && !string.Equals(encoding.Trim(), "single", StringComparison.OrdinalIgnoreCase))
        {
            context.Log.Add(PowerPlatformRules.UrlEncoding, parameter, parameter.TextOf("name") ?? "", encoding);
        }
        else if (parameter.IsTrue("x-ms-skip-url-encoding"))
        {
            context.Log.Add(PowerPlatformRules.UrlEncoding, parameter, parameter.TextOf("name") ?? "", "left as it is");
        }
    }

    private void Report(DocumentPlace? place)
    {
        if (place?.Node is not MappingNode mapping)
        {
            return;
        }

        foreach (MappingEntry entry in mapping.Entries)
        {
            string key = entry.Key.Text;
            if (!ExtensionTable.IsExtension(key))
            {
                continue;
            }

            DocumentPlace at = new(place.Document, entry.Value, place, key);
            if (ExtensionTable.WhyDropped(key) is { } reason)
            {
                context.Log.Add(PowerPlatformRules.ExtensionDropped, at, key, reason);
            }
            else if (!ExtensionTable.IsKnown(key))
            {
                if (ExtensionTable.Meant(key) is { } meant)
                {
                    context.Log.Add(PowerPlatformRules.ExtensionMisspelt, at, key, meant);
                }
                else
                {
                    context.Log.Add(PowerPlatformRules.ExtensionUnknown, at, key);
                }
            }
        }
    }
}
