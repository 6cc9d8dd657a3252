using System.Runtime.CompilerServices;
using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>An action of several requests in order. A frame holds the input and what each step leaves behind; the output is built from it.</summary>
public sealed class StepsAction<TFrame, TInput, TOutput> : ActionDescriptor<TInput, TOutput>
    where TFrame : class
{
    /// <summary>Makes the frame of one call.</summary>
    public required Func<TInput, TFrame> CreateFrame { get; init; }

    /// <summary>The steps in the order in which they run.</summary>
    public required IReadOnlyList<ActionStep<TFrame>> Steps { get; init; }

    /// <summary>The scripts that <see cref="Map"/> needs; null for none.</summary>
    public ScriptCalls<TFrame>? MapCalls { get; init; }

    /// <summary>Writes the output as one JSON value.</summary>
    public required Action<Utf8JsonWriter, TFrame, ActionContext> Map { get; init; }

    /// <summary>How the page after the one that a call gives is found; null for an action that gives no pages.</summary>
    public PageRules<TInput, TFrame, TOutput>? Pages { get; init; }

    internal override Action<Utf8JsonWriter, TOutput>? WriteItems => Pages?.WriteItems;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal override async ValueTask<TOutput> RunAsync(ActionContext context, TInput input)
    {
        Pages?.Enter(context, input);
        TFrame frame = CreateFrame(input);
        foreach (ActionStep<TFrame> step in Steps)
        {
            if (step.WhenCalls is { } calls)
            {
                await calls.MakeAsync(frame, context).ConfigureAwait(false);
            }

            if (step.When is null || step.When(frame, context))
            {
                await step.RunAsync(this, frame, context).ConfigureAwait(false);
            }
        }

        if (MapCalls is not null)
        {
            await MapCalls.MakeAsync(frame, context).ConfigureAwait(false);
        }

        using PooledJson json = PooledJson.Rent();
        Map(json.Writer, frame, context);
        TOutput output = BodyReader.ReadMapped(json, Output, context);
        Pages?.Leave(context, input, frame, output);
        return output;
    }
}
