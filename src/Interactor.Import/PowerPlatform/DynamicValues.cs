using Interactor.Compiler.Diagnostics;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Makes <c>values</c> of the extensions that name the operation which gives the choices, or the schema, of a value.</summary>
internal sealed class DynamicValues
{
    private readonly ImportContext _context;
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public DynamicValues(ImportContext context, IReadOnlyList<ImportedAction> actions)
    {
        _context = context;
        foreach (ImportedAction action in actions.Where(a => a.Origin.OperationId is not null))
        {
            _ids.TryAdd(action.Origin.OperationId!, action.Id);
        }
    }

    /// <summary>Null where there is none. Of the older and the newer form the newer one says more.</summary>
    public DefinitionValue.Mapping? Of(DocumentPlace schema, OperationNames names) =>
        List(schema.Find("x-ms-dynamic-list"), names)
        ?? List(schema.Find("x-ms-dynamic-values"), names)
        ?? Schema(schema.Find("x-ms-dynamic-properties"), names)
        ?? Schema(schema.Find("x-ms-dynamic-schema"), names)
        ?? Tree(schema.Find("x-ms-dynamic-tree"));

    private DefinitionValue.Mapping? List(DocumentPlace? place, OperationNames names) => Call(place, names)?
        .With("items", Read(ExpressionText.Output, Path(place!, "itemsPath", "value-collection")))
        .With("value", Read(ExpressionText.Item, Path(place!, "itemValuePath", "value-path")))
        .With("label", Read(ExpressionText.Item, Path(place!, "itemTitlePath", "value-title")));

    private DefinitionValue.Mapping? Schema(DocumentPlace? place, OperationNames names) => Call(place, names)?
        .With("schema", Read(ExpressionText.Output, Path(place!, "itemValuePath", "value-path")) ?? ExpressionText.Output);

    // Choices are one list; a list below each of them has no place.
    private DefinitionValue.Mapping? Tree(DocumentPlace? place)
    {
        if (place is not null)
        {
            _context.Log.Add(PowerPlatformRules.ExtensionDropped, place, place.Token, "choices are a list, not a tree");
        }

        return null;
    }

    private static ExpressionText? Read(ExpressionText root, string? path) =>
        path?.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(root, (value, name) => value.Member(name));

    private DefinitionValue.Mapping? Call(DocumentPlace? place, OperationNames names)
    {
        if (place is null)
        {
            return null;
        }

        if (place.TextOf("operationId") is not { Length: > 0 } operation)
        {
            // Some values come from a capability of the platform and not from an operation.
            if (place.TextOf("capability") is null && place.TextOf("builtInOperation") is null)
            {
                _context.Log.Add(PowerPlatformRules.ExtensionForm, place, place.Token, "a mapping with 'operationId'");
            }
            else
            {
                _context.Log.Add(PowerPlatformRules.ExtensionDropped, place, place.Token, "the choices come from the platform itself");
            }

            return null;
        }

        if (!_ids.TryGetValue(operation, out string? id))
        {
            _context.Log.Add(PowerPlatformRules.ValuesOperation, place, operation, Nearest.Hint(operation, _ids.Keys));
            return null;
        }

        DefinitionValue.Mapping parameters = DefinitionValue.Mapping.Empty;
        foreach (DocumentPlace parameter in place.Find("parameters")?.Members ?? [])
        {
            parameters = parameters.With(parameter.Token, Parameter(parameter, names));
        }

        return DefinitionValue.Mapping.Empty.With("action", id).With("parameters", parameters.IsEmpty ? null : parameters);
    }

    // A text, { "parameter": "name" } or { "parameterReference": "body/name" }, { "value": … }.
    private static DefinitionValue? Parameter(DocumentPlace parameter, OperationNames names) =>
        parameter.Text is { } text ? (DefinitionValue)text
        : (parameter.TextOf("parameterReference") ?? parameter.TextOf("parameter")) is { } reference ? names.Read(reference)
        : parameter.TextOf("value") is { } value ? (DefinitionValue)value
        : null;

    private static string? Path(DocumentPlace place, string key, string older) =>
        (place.TextOf(key) ?? place.TextOf(older)) is { Length: > 0 } path ? path : null;
}
