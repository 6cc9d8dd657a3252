using System.Runtime.CompilerServices;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime;

/// <summary>
/// Executes the actions of one connector: checks the input, authorises and sends the requests, repeats and refreshes where that is safe, reads the answer, and
/// maps every failure to one closed set. All calls, typed or not, take the same path. It is safe for concurrent use and is made once, not for each call.
/// </summary>
/// <remarks>
/// Every failure is an <see cref="InteractorException"/>; a cancellation by the caller is an <see cref="OperationCanceledException"/>.
/// An action's timeout limits each attempt; a limit for the whole call is the caller's cancellation token.
/// </remarks>
public sealed partial class ActionExecutor
{
    private static readonly ReadOnlyMemory<byte> EmptyObject = "{}"u8.ToArray();

    private readonly ConnectorRuntime _runtime;
    private readonly SessionOpener _sessions;
    private readonly ActionCatalogue _catalogue;

    /// <summary>An executor for a connector with the options of its user, which are read now.</summary>
    /// <exception cref="ArgumentException">The handler in the options follows redirects itself.</exception>
    public ActionExecutor(ConnectorDescriptor connector, ConnectorOptions options)
    {
        _runtime = new ConnectorRuntime(connector, options);
        _sessions = new SessionOpener(_runtime, options);
        _catalogue = new ActionCatalogue(connector);
    }

    /// <summary>The connector.</summary>
    public ConnectorDescriptor Connector => _runtime.Connector;

    /// <summary>Executes an action with typed input and output.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="input">The input. It is checked against its schema before anything is sent.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call at once, waits between attempts included.</param>
    /// <exception cref="InteractorException">The action failed; its code says why.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<TOutput> ExecuteAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(input);
        return RunAsync(action, input, options, utf8Output: null, walk: null, cancellationToken);
    }

    /// <summary>Executes an action that gives pages, page by page. An action of any other kind gives its one output.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="input">The input, the same for all pages.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <returns>The pages, each of which is asked for when it is wanted. A failure ends the walk and takes nothing back.</returns>
    public IAsyncEnumerable<TOutput> PagesAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(input);
        return WalkAsync(action, input, options, cancellationToken);
    }

    /// <summary>Executes an action that gives pages, for the items of all of them.</summary>
    /// <param name="action">The action; it belongs to <see cref="Connector"/>.</param>
    /// <param name="items">The items of a page; null for none.</param>
    /// <param name="input">The input, the same for all pages.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    public PagedItems<TOutput, TItem> ItemsAsync<TInput, TOutput, TItem>(
        ActionDescriptor<TInput, TOutput> action,
        Func<TOutput, IReadOnlyList<TItem>?> items,
        TInput input,
        ActionOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new PagedItems<TOutput, TItem>(PagesAsync(action, input, options, cancellationToken), items);
    }

    /// <summary>Executes an action by its id, with JSON in and JSON out.</summary>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the call at once, waits between attempts included.</param>
    /// <returns>
    /// The output as UTF-8 JSON. Where the output is the body of the response, these are the provider's own bytes; of a stream it is the list of all items.
    /// </returns>
    /// <exception cref="InteractorException">The action failed, or does not exist (<see cref="ErrorCode.NotFound"/>).</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task<ReadOnlyMemory<byte>> ExecuteAsync(
        string action, string? version, ReadOnlyMemory<byte> utf8Input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return _catalogue.Find(action, version).ExecuteUntypedAsync(this, utf8Input.IsEmpty ? EmptyObject : utf8Input, options, cancellationToken);
    }

    /// <summary>
    /// Executes an action by its id, page by page, with JSON in and JSON out. An action whose answer is a stream gives item after item, any other its one output.
    /// </summary>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <exception cref="InteractorException">The action does not exist (<see cref="ErrorCode.NotFound"/>).</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> PagesAsync(
        string action, string? version, ReadOnlyMemory<byte> utf8Input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        return _catalogue.Find(action, version).UntypedPagesAsync(this, utf8Input.IsEmpty ? EmptyObject : utf8Input, options, cancellationToken);
    }

    /// <summary>Executes an action that gives pages of items, or a stream of them, by its id, item by item, with JSON in and JSON out.</summary>
    /// <param name="action">The action's id.</param>
    /// <param name="version">Null for the newest version; <c>1</c> or <c>1.2.0</c> for the newest of that major.</param>
    /// <param name="utf8Input">The input as UTF-8 JSON; empty is <c>{}</c>.</param>
    /// <param name="options">What this call sets apart from the connector's options; null for nothing.</param>
    /// <param name="cancellationToken">Ends the walk at once.</param>
    /// <exception cref="InteractorException">The action does not exist (<see cref="ErrorCode.NotFound"/>), or gives no items (<see cref="ErrorCode.InputInvalid"/>).</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ItemsAsync(
        string action, string? version, ReadOnlyMemory<byte> utf8Input, ActionOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ActionDescriptor found = _catalogue.Find(action, version);
        return found.HasItems
            ? found.UntypedItemsAsync(this, utf8Input.IsEmpty ? EmptyObject : utf8Input, options, cancellationToken)
            : throw new InteractorException(ErrorCode.InputInvalid, $"The action '{found.Id}' gives no items: its definition names them neither under 'paginate' nor under 'stream'.");
    }

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

    internal async IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedItemsAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TInput input = ReadInput(action, action.Input, utf8Input);
        PageWalk walk = new();
        do
        {
            TOutput page = await RunAsync(action, input, options, new Utf8Output(), walk, cancellationToken).ConfigureAwait(false);
            foreach (ReadOnlyMemory<byte> item in PageItems.Of(page, action.WriteItems!))
            {
                yield return item;
            }
        }
        while (MoveNext(walk, action));
    }

    internal async IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedPagesAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action,
        ReadOnlyMemory<byte> utf8Input,
        ActionOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TInput input = ReadInput(action, action.Input, utf8Input);
        PageWalk walk = new();
        do
        {
            Utf8Output output = new();
            await RunAsync(action, input, options, output, walk, cancellationToken).ConfigureAwait(false);
            yield return output.Value;
        }
        while (MoveNext(walk, action));
    }

    internal async Task<ReadOnlyMemory<byte>> ExecuteUntypedAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken)
    {
        TInput input = ReadInput(action, action.Input, utf8Input);
        Utf8Output output = new();
        await RunAsync(action, input, options, output, walk: null, cancellationToken).ConfigureAwait(false);
        return output.Value;
    }

    private TInput ReadInput<TInput>(ActionDescriptor action, JsonContract<TInput> contract, ReadOnlyMemory<byte> utf8Input)
    {
        try
        {
            return InputValidation.Read(contract, utf8Input.Span);
        }
        catch (InteractorException e)
        {
            Fail(e, action, ActionObservation.Start(_runtime, action));
            throw;
        }
    }

    private async IAsyncEnumerable<TOutput> WalkAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PageWalk walk = new();
        do
        {
            yield return await RunAsync(action, input, options, utf8Output: null, walk, cancellationToken).ConfigureAwait(false);
        }
        while (MoveNext(walk, action));
    }

    private bool MoveNext(PageWalk walk, ActionDescriptor action)
    {
        try
        {
            return walk.MoveNext();
        }
        catch (InteractorException e)
        {
            Fail(e, action, ActionObservation.Start(_runtime, action));
            throw;
        }
    }

    private async Task<TOutput> RunAsync<TInput, TOutput>(
        ActionDescriptor<TInput, TOutput> action, TInput input, ActionOptions? options, Utf8Output? utf8Output, PageWalk? walk, CancellationToken cancellationToken)
    {
        ActionObservation? observation = ActionObservation.Start(_runtime, action);
        try
        {
            if (utf8Output is null && walk?.Place is null)
            {
                InputValidation.Check(action.Input, input);
            }

            Session session = await _sessions.OpenAsync(action, options, cancellationToken).ConfigureAwait(false);
            ActionContext context = new(_runtime, action, session, options, cancellationToken) { Utf8Output = utf8Output, Walk = walk };
            TOutput output;
            if (action.ToRequest(context, input) is { } request)
            {
                Reply answer;
                if (options?.Job is { } pending)
                {
                    answer = await request.ResumeAsync(pending).ConfigureAwait(false);
                }
                else
                {
                    AttemptResult attempt = await _runtime.Sender.BeginAsync(request).ConfigureAwait(false);
                    answer = attempt.Failure is null ? attempt.Reply : await _runtime.Sender.RecoverAsync(request, attempt).ConfigureAwait(false);
                    answer = request.IsJob ? await request.FollowAsync(answer).ConfigureAwait(false) : answer;
                }

                using Reply reply = answer;
                output = action.CallsScripts ? await action.ReadAsync(reply, context, input).ConfigureAwait(false) : action.Read(reply, context, input);
            }
            else
            {
                PendingJobRules.Refuse(options, action);
                output = await action.RunAsync(context, input).ConfigureAwait(false);
            }

            observation?.Finish(null);
            return output;
        }
        catch (JsonContractException e)
        {
            throw Fail(Unfit(e), action, observation);
        }
        catch (Exception e)
        {
            Fail(e, action, observation);
            throw;
        }
    }

    private static InteractorException Unfit(JsonContractException e) =>
        new(ErrorCode.ContractViolation, $"A value of the connector does not fit its contract{Findings.Summary(e.Errors)}.", e) { Details = e.Errors };

    private Exception Fail(Exception e, ActionDescriptor action, ActionObservation? observation)
    {
        InteractorException? failure = e as InteractorException;
        failure?.Locate(Connector.Address, action.Id);
        if (e is not OperationCanceledException)
        {
            RuntimeLog.ActionFailed(_runtime.Log, Connector.Address, action.Id, RuntimeTelemetry.ErrorOf(e), failure?.Status, failure?.RequestId);
        }

        observation?.Finish(e);
        return e;
    }
}
