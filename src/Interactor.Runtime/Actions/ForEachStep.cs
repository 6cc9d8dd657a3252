using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>
/// A step that sends one request for each item of a list, several at a time. The responses keep the order of the items. The first failure cancels
/// the requests under way, starts no further one, and is the failure of the action.
/// </summary>
public sealed class ForEachStep<TFrame, TItem, TBody> : ActionStep<TFrame>
    where TFrame : class
{
    /// <summary>The items.</summary>
    public required Func<TFrame, ActionContext, IReadOnlyList<TItem>> Items { get; init; }

    /// <summary>The scripts that <see cref="Items"/> needs; null for none.</summary>
    public ScriptCalls<TFrame>? ItemsCalls { get; init; }

    /// <summary>How many requests may be under way at a time.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>The contract of the body of each response; may be null where the body is not JSON.</summary>
    public JsonContract<TBody>? Body { get; init; }

    /// <summary>Writes the request of one item: path, query, headers and body. It runs once for each attempt.</summary>
    public required Action<RequestBuilder, TFrame, TItem, ActionContext> Build { get; init; }

    /// <summary>The scripts that <see cref="Build"/> needs; null for none.</summary>
    public ScriptCalls<TFrame, TItem>? BuildCalls { get; init; }

    /// <summary>Keeps in the frame what later steps need.</summary>
    public Action<TFrame, IReadOnlyList<ResponseValue<TBody>>, ActionContext>? Store { get; init; }

    internal override async ValueTask RunAsync(ActionDescriptor action, TFrame frame, ActionContext context)
    {
        RequestShape shape = ShapeFor(action);
        if (ItemsCalls is { } calls)
        {
            await calls.MakeAsync(frame, context).ConfigureAwait(false);
        }

        IReadOnlyList<TItem> items = Items(frame, context);
        ResponseValue<TBody>[] responses = new ResponseValue<TBody>[items.Count];
        await BoundedLoop.RunAsync(
            items.Count,
            Concurrency,
            async (index, cancellationToken) =>
            {
                ActionContext own = context.ForStep(cancellationToken);
                ItemRequest<TFrame, TItem> request = new(shape, own, Build, frame, items[index]) { KeySuffix = $"{Id}-{index}", Calls = BuildCalls };
                using Reply reply = await own.Runtime.Sender.SendAsync(request).ConfigureAwait(false);
                responses[index] = BodyReader.ReadValue(reply, Body, BodyKind, Xml, KeepRaw, own);
            },
            context.CancellationToken).ConfigureAwait(false);
        Store?.Invoke(frame, responses, context);
    }
}
