using Interactor.Compiler.Expressions;

namespace Interactor.Compiler.Model;

/// <summary>When and how a failed request is tried again.</summary>
public sealed record RetryModel
{
    /// <summary>Requests in all, the first included.</summary>
    public required int Attempts { get; init; }

    public EquatableArray<StatusRange> Statuses { get; init; }

    /// <summary>Whether a failed response of another status is followed by another request too.</summary>
    public TypedExpression? When { get; init; }

    /// <summary>The scripts that <see cref="When"/> needs.</summary>
    public EquatableArray<ScriptCallModel> WhenCalls { get; init; }

    /// <summary>The header that tells how long to wait.</summary>
    public string? WaitHeader { get; init; }

    public long BaseMilliseconds { get; init; }

    public long CapMilliseconds { get; init; }
}

/// <summary>HTTP status codes from first to last, both included.</summary>
public sealed record StatusRange(int First, int Last);
