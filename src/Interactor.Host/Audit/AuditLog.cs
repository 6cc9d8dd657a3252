using Interactor.Host.Access;
using Interactor.Host.People;
using Interactor.Host.Storage;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Audit;

/// <summary>Remembers who did what. No entry holds a secret: subjects are names and ids.</summary>
internal sealed class AuditLog(Database database, TimeProvider time)
{
    // Whoever makes up what is not signed in could otherwise fill the database with it.
    private const int MostOfSubject = 400;

    /// <summary>Remembers what the caller of a request did.</summary>
    public Task AddAsync(HttpContext context, string action, string? subject, string? environment = null) => context.Features.Get<Caller>() switch
    {
        Caller.SignedIn({ } person) => AddAsync(context, person, action, subject, environment),
        Caller.WithKey({ } owner, var keyId) => InsertAsync(context, "key", keyId, KeyNameOf(owner), action, subject, environment),
        _ => InsertAsync(context, "anonymous", null, null, action, subject, environment),
    };

    /// <summary>Remembers what a person did who is not, or not any more, the caller of the request.</summary>
    public Task AddAsync(HttpContext context, Person person, string action, string? subject, string? environment = null) =>
        InsertAsync(context, "person", person.Id, person.Email, action, subject, environment);

    /// <summary>Remembers what whoever runs the host did.</summary>
    public Task AddOfSystemAsync(string action, string? subject) => InsertAsync(null, "system", null, null, action, subject, environment: null);

    /// <summary>A page of the log, the newest first.</summary>
    public Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, string? before, int limit, CancellationToken cancellationToken) => database.ListAsync<AuditEntry>(
        """
        SELECT id, at, actor_kind, actor, actor_name, action, subject, environment, address FROM audit_entry
        WHERE (CAST(@before AS TEXT) IS NULL OR id < @before)
          AND (CAST(@Actor AS TEXT) IS NULL OR actor = @Actor)
          AND (CAST(@Action AS TEXT) IS NULL OR action = @Action)
          AND (CAST(@Environment AS TEXT) IS NULL OR environment = @Environment)
          AND (CAST(@Subject AS TEXT) IS NULL OR subject = @Subject)
          AND (CAST(@from AS BIGINT) IS NULL OR at >= @from)
          AND (CAST(@to AS BIGINT) IS NULL OR at < @to)
        ORDER BY id DESC LIMIT @limit
        """,
        new { filter.Actor, filter.Action, filter.Environment, filter.Subject, from = filter.From?.ToUnixTimeMilliseconds(), to = filter.To?.ToUnixTimeMilliseconds(), before, limit },
        cancellationToken);

    private Task InsertAsync(HttpContext? context, string kind, string? actor, string? name, string action, string? subject, string? environment) => database.ChangeAsync(
        """
        INSERT INTO audit_entry (id, at, actor_kind, actor, actor_name, action, subject, environment, address)
        VALUES (@Id, @At, @ActorKind, @Actor, @ActorName, @Action, @Subject, @Environment, @Address)
        """,
        new AuditEntry
        {
            Id = NewId.Of(time),
            At = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ActorKind = kind,
            Actor = actor,
            ActorName = name,
            Action = action,
            Subject = subject?.Length > MostOfSubject ? subject[..MostOfSubject] : subject,
            Environment = environment,
            Address = context?.Connection.RemoteIpAddress?.ToString(),
        },
        // What was done is remembered, also when nobody waits for the answer any more.
        CancellationToken.None);

    private static string KeyNameOf(HostEnvironment environment) => $"{environment.Organization}/{environment.Name}";
}
