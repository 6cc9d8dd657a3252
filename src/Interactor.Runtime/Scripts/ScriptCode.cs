using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>What a script is written in, and how it is run.</summary>
public abstract class ScriptCode
{
    private protected ScriptCode()
    {
    }

    /// <summary>A function in JavaScript, which <see cref="ConnectorOptions.ScriptRunner"/> runs.</summary>
    /// <param name="source">The text of the file: one module of ECMAScript 2020 or later.</param>
    /// <param name="function">The name that the file exports the function under.</param>
    public static ScriptCode JavaScript(string source, string function) => new JavaScriptCode(source, function);

    /// <summary>A method in C#, which runs where its caller does.</summary>
    /// <param name="input">How its argument is read.</param>
    /// <param name="output">How its result is written.</param>
    /// <param name="method">The method.</param>
    public static ScriptCode CSharp<TInput, TOutput>(
        JsonContract<TInput> input, JsonContract<TOutput> output, Func<TInput, ScriptContext, CancellationToken, ValueTask<TOutput>> method) =>
        new CSharpCode<TOutput>(output, (argument, context, cancellationToken) => method(input.Parse(argument.Span), context, cancellationToken));

    /// <summary>A method in C# that takes no argument.</summary>
    /// <param name="output">How its result is written.</param>
    /// <param name="method">The method.</param>
    public static ScriptCode CSharp<TOutput>(JsonContract<TOutput> output, Func<ScriptContext, CancellationToken, ValueTask<TOutput>> method) =>
        new CSharpCode<TOutput>(output, (_, context, cancellationToken) => method(context, cancellationToken));

    /// <summary>Runs the script.</summary>
    /// <param name="script">Which it is.</param>
    /// <param name="argument">What it is called with, as UTF-8 JSON that is valid; empty for nothing.</param>
    /// <param name="context">The call of the action that it belongs to.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>The result as UTF-8 JSON.</returns>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ScriptError"/>: there is no result.</exception>
    internal abstract ValueTask<ReadOnlyMemory<byte>> RunAsync(
        ScriptDescriptor script, ReadOnlyMemory<byte> argument, ActionContext context, CancellationToken cancellationToken);
}
