using Interactor.Runtime.Json;

namespace Interactor.Runtime;

/// <summary>
/// An action as data: what it is called, what it takes and gives, how it is authorised, and how its failures are read. The compiler writes one for
/// each action; <see cref="ActionExecutor"/> holds all of the behaviour.
/// </summary>
public abstract class ActionDescriptor
{
    private readonly ActionIdempotency? _idempotency;

    private protected ActionDescriptor()
    {
    }

    /// <summary>The dotted id, unique in the connector, such as <c>email.draft.create</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The semantic version, such as <c>1.1.0</c>. Majors of one action live side by side.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>The name for people.</summary>
    public string Name { get; init; } = "";

    /// <summary>One sentence on what it does.</summary>
    public string? Summary { get; init; }

    /// <summary>What it does to the provider's data.</summary>
    public ActionEffect Effect { get; init; }

    /// <summary>Whether repeating it has the effect of one call; what only reads may be repeated unless set otherwise.</summary>
    public ActionIdempotency Idempotency
    {
        get => _idempotency ?? (Effect == ActionEffect.Read ? ActionIdempotency.Yes : ActionIdempotency.No);
        init => _idempotency = value;
    }

    /// <summary>The header that carries the key where <see cref="Idempotency"/> is <see cref="ActionIdempotency.Key"/>; null for <c>Idempotency-Key</c>.</summary>
    public string? IdempotencyHeader { get; init; }

    /// <summary>Whether callers should move to another action.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>The ids of the security methods that it accepts, the preferred one first. Empty: it is called without a credential.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The OAuth 2.0 scopes that it needs (RFC 6749, section 3.3).</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The time that each attempt of each of its requests may take; waits between attempts do not count. A hundred seconds unless set.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>When a failed attempt is repeated; null for never.</summary>
    public RetryRules? Retry { get; init; }

    /// <summary>How the provider's errors map to the closed set, the first that matches deciding.</summary>
    public IReadOnlyList<ErrorRule> Errors { get; init; } = [];

    /// <summary>Where the choices of properties of its input come from, for those that have some.</summary>
    public IReadOnlyList<InputValues> Values { get; init; } = [];

    /// <summary>The schema of the input, for callers that do not know the C# type.</summary>
    public abstract JsonSchema InputSchema { get; }

    /// <summary>The schema of the output, for callers that do not know the C# type.</summary>
    public abstract JsonSchema OutputSchema { get; }

    /// <summary>Whether a failed attempt may be repeated without the risk of acting twice.</summary>
    internal bool IsRepeatable => Effect == ActionEffect.Read || Idempotency != ActionIdempotency.No;

    internal abstract Task<ReadOnlyMemory<byte>> ExecuteUntypedAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken);

    internal abstract IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedPagesAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken);

    /// <summary>Whether its output is a page of items.</summary>
    internal abstract bool HasItems { get; }

    internal abstract IAsyncEnumerable<ReadOnlyMemory<byte>> UntypedItemsAsync(
        ActionExecutor executor, ReadOnlyMemory<byte> utf8Input, ActionOptions? options, CancellationToken cancellationToken);
}
