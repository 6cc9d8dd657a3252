using Interactor.Runtime.Execution;
using Interactor.Runtime.Expressions;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>A call of a script that is yet to be made.</summary>
public abstract class ScriptRun
{
    private readonly JsonValue? _argument;
    private readonly ExpressionPlace _place;

    private protected ScriptRun(ScriptDescriptor script, JsonValue? argument, ExpressionPlace place)
    {
        Script = script;
        _argument = argument;
        _place = place;
    }

    internal ScriptDescriptor Script { get; }

    /// <summary>What the script is called with.</summary>
    /// <exception cref="InteractorException">The argument does not match what the script declares.</exception>
    internal ScriptInvocation ToInvocation()
    {
        using PooledJson json = PooledJson.Rent();
        if (_argument is { } argument)
        {
            argument.WriteTo(json.Writer);
            if (Script.Input is { } schema && !schema.IsValid(json.Written))
            {
                throw Refuse(schema.Validate(json.Written));
            }
        }

        ReadOnlySpan<byte> written = json.Written;
        byte[] arguments = new byte[written.Length + 2];
        arguments[0] = (byte)'[';
        written.CopyTo(arguments.AsSpan(1));
        arguments[^1] = (byte)']';
        return new ScriptInvocation(Script.Source, Script.FileName, Script.Function, arguments);
    }

    /// <summary>The result.</summary>
    /// <param name="utf8">What the script gave.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ScriptError"/>: it does not match what the script declares.</exception>
    internal abstract object? Read(ReadOnlyMemory<byte> utf8);

    private InteractorException Refuse(IReadOnlyList<ErrorDetail> errors) =>
        new(_place.Code, $"{_place.Text}: the argument is not what the script '{Script.Name}' takes{Findings.Summary(errors)}.") { Details = errors };
}
