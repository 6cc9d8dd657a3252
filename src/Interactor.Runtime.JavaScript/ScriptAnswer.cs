using System.Text;
using System.Text.Json;

namespace Interactor.Runtime.JavaScript;

/// <summary>What the side process answered: a result or a failure, and the console's lines.</summary>
internal sealed class ScriptAnswer
{
    private readonly string? _result;
    private readonly string? _kind;
    private readonly string? _message;
    private readonly int? _line;
    private readonly int? _column;
    private readonly ScriptLog _log;

    private ScriptAnswer(JsonElement answer)
    {
        _log = new ScriptLog(
            [.. answer.GetProperty("log").EnumerateArray().Select(l => new ScriptLogLine(l.GetProperty("level").GetString()!, l.GetProperty("text").GetString()!))],
            answer.GetProperty("isLogCut").GetBoolean());
        if (answer.TryGetProperty("result", out JsonElement result))
        {
            _result = result.GetString() ?? throw new FormatException("The answer has neither a result nor a failure.");
            return;
        }

        JsonElement failure = answer.GetProperty("failure");
        _kind = failure.GetProperty("kind").GetString();
        _message = failure.GetProperty("message").GetString();
        if (failure.TryGetProperty("line", out JsonElement line))
        {
            _line = line.GetInt32();
            _column = failure.GetProperty("column").GetInt32();
        }
    }

    private ScriptAnswer(string kind)
    {
        _kind = kind;
        _log = ScriptLog.Empty;
    }

    /// <summary>The answer in the name of a process that had to be ended.</summary>
    public static ScriptAnswer TimedOut { get; } = new("timeout");

    /// <summary>Reads an answer.</summary>
    /// <exception cref="FormatException">The bytes are no answer.</exception>
    public static ScriptAnswer Read(ReadOnlyMemory<byte> frame)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(frame);
            return new ScriptAnswer(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("The process gave something that is no answer.", e);
        }
    }

    /// <summary>The result.</summary>
    /// <exception cref="ScriptException">The answer is a failure.</exception>
    public ScriptResult ToResult(ScriptCall call, JavaScriptOptions options) =>
        _result is not null ? new ScriptResult(Encoding.UTF8.GetBytes(_result), _log) : throw ToException(call, options);

    private ScriptException ToException(ScriptCall call, JavaScriptOptions options)
    {
        (ScriptFailure failure, string reason) = _kind switch
        {
            "syntax" => (ScriptFailure.Invalid, "does not parse as a JavaScript module"),
            "function" => (ScriptFailure.NoFunction, $"exports no function '{call.FunctionName}'"),
            "pending" => (ScriptFailure.NeverSettled, "waits for a promise that nothing settles"),
            "result" => (ScriptFailure.ResultTooLarge, $"returned more than {options.MaxResultChars:N0} characters of JSON"),
            "timeout" => (ScriptFailure.Timeout, $"took longer than {options.Timeout.TotalSeconds:0.###} seconds"),
            "memory" => (ScriptFailure.OutOfMemory, $"needs more than {options.MemoryBytes / (1024 * 1024)} MiB of memory"),
            "stack" => (ScriptFailure.StackOverflow, $"needs more than {options.StackBytes / 1024} KiB of stack"),
            "engine" => (ScriptFailure.Crashed, "made the engine fail"),
            _ => (ScriptFailure.Threw, "threw an error"),
        };
        string place = _line is null ? string.Empty : $"({_line},{_column})";
        return new ScriptException(failure, $"{call.FileName}{place}: the script {reason}.")
        {
            ScriptMessage = _message,
            Line = _line,
            Column = _column,
            Log = _log,
        };
    }
}
