namespace Interactor.Runtime;

/// <summary>A function in JavaScript as data.</summary>
internal sealed class JavaScriptCode(string source, string function) : ScriptCode
{
    internal override ValueTask<ReadOnlyMemory<byte>> RunAsync(
        ScriptDescriptor script, ReadOnlyMemory<byte> argument, ActionContext context, CancellationToken cancellationToken)
    {
        if (context.Runtime.Scripts is not { } runner)
        {
            throw new InteractorException(
                ErrorCode.ScriptError,
                $"The script '{script.Name}' ({script.FileName}) is JavaScript, and nothing here runs it. Reference the package Interactor.Runtime.JavaScript and set {nameof(ConnectorOptions)}.{nameof(ConnectorOptions.ScriptRunner)} to a JavaScriptEngine.");
        }

        return runner.RunAsync(new ScriptInvocation(source, script.FileName, function, ArrayOf(argument.Span)), cancellationToken);
    }

    private static byte[] ArrayOf(ReadOnlySpan<byte> argument)
    {
        byte[] arguments = new byte[argument.Length + 2];
        arguments[0] = (byte)'[';
        argument.CopyTo(arguments.AsSpan(1));
        arguments[^1] = (byte)']';
        return arguments;
    }
}
