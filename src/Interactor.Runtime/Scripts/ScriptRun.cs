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

    /// <summary>What the script is called with, as UTF-8 JSON; empty for nothing.</summary>
    /// <param name="context">Whose secrets no failure says.</param>
    /// <exception cref="InteractorException">The argument does not match what the script declares.</exception>
    internal byte[] WriteArgument(ActionContext context)
    {
        if (_argument is not { } argument)
        {
            return [];
        }

        using PooledJson json = PooledJson.Rent();
        argument.WriteTo(json.Writer);
        if (Script.Input is { } schema && !schema.IsValid(json.Written))
        {
            throw Refuse(Findings.Redact(schema.Validate(json.Written), context));
        }

        return json.Written.ToArray();
    }

    /// <summary>The result.</summary>
    /// <param name="utf8">What the script gave.</param>
    /// <param name="context">Whose secrets no failure says.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ScriptError"/>: it does not match what the script declares.</exception>
    internal abstract object? Read(ReadOnlyMemory<byte> utf8, ActionContext context);

    private InteractorException Refuse(IReadOnlyList<ErrorDetail> errors) =>
        new(_place.Code, $"{_place.Text}: the argument is not what the script '{Script.Name}' takes{Findings.Summary(errors)}.") { Details = errors };
}
