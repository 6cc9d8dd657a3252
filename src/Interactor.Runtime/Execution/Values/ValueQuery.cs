using System.Runtime.CompilerServices;
using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Execution;

/// <summary>Asks the action that gives the choices, or the schema, of a property.</summary>
internal sealed class ValueQuery(ActionExecutor executor, ActionDescriptor source, InputValues values)
{
    /// <summary>The choices of a property.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.NotFound"/>: the action has no such choices.</exception>
    public static InputValues Find(ActionDescriptor action, string property, bool isSchema)
    {
        string pointer = property.StartsWith('/') ? property : "/" + property.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
        foreach (InputValues values in action.Values)
        {
            if (values.Property == pointer && values.Schema is not null == isSchema)
            {
                return values;
            }
        }

        string[] others = [.. action.Values.Where(v => v.Schema is not null == isSchema).Select(static v => v.Property)];
        string what = isSchema ? "schema" : "choices";
        throw new InteractorException(
            ErrorCode.NotFound,
            $"No action gives the {what} of the property '{property}' of '{action.Id}'{(others.Length == 0 ? "" : $", but those of {string.Join(", ", others)}")}.");
    }

    /// <summary>The choices, page after page of the action that gives them.</summary>
    public async IAsyncEnumerable<ValueChoice> ChoicesAsync(
        JsonValue input, string? search, ActionOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] given = Given(input, search);
        string? looked = values.Search is null ? search : null;
        if (values.Items is null && source.HasItems)
        {
            await foreach (ReadOnlyMemory<byte> item in source.UntypedItemsAsync(executor, given, options, cancellationToken).ConfigureAwait(false))
            {
                if (ToChoice(JsonValue.Parse(item.Span), looked) is { } choice)
                {
                    yield return choice;
                }
            }

            yield break;
        }

        await foreach (ReadOnlyMemory<byte> page in source.UntypedPagesAsync(executor, given, options, cancellationToken).ConfigureAwait(false))
        {
            JsonValue output = Parse(page);
            JsonElement list = (values.Items is null ? output : Read(values.Items, output)).Element;
            if (list.ValueKind != JsonValueKind.Array)
            {
                continue;
            }

            foreach (JsonElement item in list.EnumerateArray())
            {
                if (ToChoice(new JsonValue(item), looked) is { } choice)
                {
                    yield return choice;
                }
            }
        }
    }

    /// <summary>The schema of the property for the input as it is.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: the output has none.</exception>
    public async Task<JsonValue> SchemaAsync(JsonValue input, ActionOptions? options, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> output = await source.ExecuteUntypedAsync(executor, Given(input, search: null), options, cancellationToken).ConfigureAwait(false);
        JsonValue schema = Read(values.Schema!, Parse(output));
        return schema.Element.ValueKind is JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False
            ? schema
            : throw new InteractorException(ErrorCode.ContractViolation, $"The output of '{source.Id}' has no schema where the definition says that it stands.");
    }

    private static JsonValue Parse(ReadOnlyMemory<byte> json) => json.IsEmpty ? JsonValue.Null : JsonValue.Parse(json.Span);

    // An input that is being filled in lacks members, and so may an item.
    private static JsonValue Read(Func<JsonValue, JsonValue> part, JsonValue value)
    {
        try
        {
            return part(value);
        }
        catch (InteractorException e) when (e.Code is ErrorCode.ContractViolation or ErrorCode.InputInvalid)
        {
            return JsonValue.Null;
        }
    }

    private byte[] Given(JsonValue input, string? search)
    {
        List<KeyValuePair<string, JsonValue>> members = [];
        foreach (InputParameter parameter in values.Parameters)
        {
            if (Read(parameter.Value, input) is { IsNull: false } value)
            {
                members.Add(new KeyValuePair<string, JsonValue>(parameter.Name, value));
            }
        }

        if (values.Search is { } name && !string.IsNullOrEmpty(search))
        {
            members.RemoveAll(member => member.Key == name);
            members.Add(new KeyValuePair<string, JsonValue>(name, JsonValue.From(search)));
        }

        return System.Text.Encoding.UTF8.GetBytes(JsonValue.Object(members).ToString());
    }

    private ValueChoice? ToChoice(JsonValue item, string? looked)
    {
        JsonValue value = values.Value is null ? item : Read(values.Value, item);
        if (value.IsNull)
        {
            return null;
        }

        JsonValue label = values.Label is null ? JsonValue.Null : Read(values.Label, item);
        string text = TextOf(label.IsNull ? value : label);
        return string.IsNullOrEmpty(looked) || text.Contains(looked, StringComparison.OrdinalIgnoreCase) ? new ValueChoice(value, text) : null;
    }

    private static string TextOf(JsonValue value) => value.Element.ValueKind == JsonValueKind.String ? value.Element.GetString()! : value.ToString();
}
