using Interactor.Runtime.Execution;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <content>Choices of properties of inputs.</content>
public sealed partial class ActionExecutor
{
    /// <summary>The choices of a property of an input, as the action gives them that its definition names.</summary>
    /// <param name="action">The id of the action whose input it is.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="property">The property by its name, or by a JSON pointer into the input.</param>
    /// <param name="utf8Input">The input as far as it is filled in, as UTF-8 JSON; empty is <c>{}</c>. It need not be valid.</param>
    /// <param name="search">What a person looks for; null for all choices.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <returns>The choices, asked for page by page as they are wanted.</returns>
    /// <exception cref="InteractorException">There is no such action, or the property has no such choices (<see cref="ErrorCode.NotFound"/>).</exception>
    public IAsyncEnumerable<ValueChoice> ValuesAsync(
        string action,
        string? version,
        string property,
        ReadOnlyMemory<byte> utf8Input,
        string? search = null,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(property);
        InputValues values = ValueQuery.Find(_catalogue.Find(action, version), property, isSchema: false);
        return new ValueQuery(this, _catalogue.Find(values.Action, version: null), values).ChoicesAsync(PartialInput(utf8Input), search, options, cancellationToken);
    }

    /// <summary>The schema of a property of an input, as the action gives it that its definition names.</summary>
    /// <param name="action">The id of the action whose input it is.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="property">The property by its name, or by a JSON pointer into the input.</param>
    /// <param name="utf8Input">The input as far as it is filled in, as UTF-8 JSON; empty is <c>{}</c>. It need not be valid.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="InteractorException">There is no such action, or the property has no such schema (<see cref="ErrorCode.NotFound"/>).</exception>
    public Task<JsonValue> SchemaAsync(
        string action,
        string? version,
        string property,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(property);
        InputValues values = ValueQuery.Find(_catalogue.Find(action, version), property, isSchema: true);
        return new ValueQuery(this, _catalogue.Find(values.Action, version: null), values).SchemaAsync(PartialInput(utf8Input), options, cancellationToken);
    }

    private static JsonValue PartialInput(ReadOnlyMemory<byte> utf8Input)
    {
        try
        {
            return JsonValue.Parse((utf8Input.IsEmpty ? EmptyObject : utf8Input).Span);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new InteractorException(ErrorCode.InputInvalid, "The input is not JSON.", e);
        }
    }
}
