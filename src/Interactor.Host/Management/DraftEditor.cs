using Interactor.Compiler.Binding;
using Interactor.Host.Api;
using Interactor.Host.Audit;
using Interactor.Host.Drafts;
using Interactor.Host.Workspace;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Management;

/// <summary>Changes drafts, and says what the compiler finds in them.</summary>
internal sealed class DraftEditor(DraftStore drafts, EnvironmentStore environments, DefinitionSources definitions, Compilations compilations, HostSettings settings, AuditLog audit)
{
    /// <summary>Changes the files of a draft.</summary>
    /// <param name="context">The request.</param>
    /// <param name="owner">The owner.</param>
    /// <param name="connector">The connector's id.</param>
    /// <param name="revision">The revision that the change was made from.</param>
    /// <param name="files">The files: a content, or null to remove one.</param>
    /// <param name="replacesAll">Whether files that are not named go away.</param>
    /// <exception cref="RefusalException">The draft has another revision, its owner does not exist, or the files are none of a definition.</exception>
    public async Task<DraftChangedBody> ChangeAsync(HttpContext context, string owner, string connector, long revision, IReadOnlyDictionary<string, string?> files, bool replacesAll)
    {
        Dictionary<string, string> next = await ChangedAsync(owner, connector, files, replacesAll, context.RequestAborted).ConfigureAwait(false);
        if ((DraftFiles.ProblemOf(connector) ?? DraftFiles.ProblemOf(next, settings.MaxDefinitionCharacters)) is { } problem)
        {
            throw new RefusalException(Refusal.Invalid(problem));
        }

        if (revision == 0 && !await environments.HasOrganizationAsync(owner, context.RequestAborted).ConfigureAwait(false))
        {
            throw OwnedByCaller.Unknown(owner);
        }

        long stored = await drafts.ChangeAsync(owner, connector, revision, files, replacesAll, context.RequestAborted).ConfigureAwait(false)
            ?? throw RefusalException.Conflict($"The draft '{connector}' is not at revision {revision}: read it again, and make the change from what it is now.");
        await audit.AddAsync(context, AuditAction.DraftChanged, $"{owner}/{connector} {stored}").ConfigureAwait(false);
        return new DraftChangedBody(stored, await FindingsOfAsync(owner, next, context.RequestAborted).ConfigureAwait(false));
    }

    /// <summary>What the compiler says of files.</summary>
    public Task<IReadOnlyList<FindingBody>> FindingsOfAsync(string owner, IReadOnlyDictionary<string, string> files, CancellationToken cancellationToken) =>
        compilations.RunAsync(owner, cancellation => Findings.Of(ConnectorBinder.Bind(definitions.Of(files), cancellation).Diagnostics), cancellationToken);

    private async Task<Dictionary<string, string>> ChangedAsync(string owner, string connector, IReadOnlyDictionary<string, string?> files, bool replacesAll, CancellationToken cancellationToken)
    {
        Draft? held = replacesAll ? null : await drafts.FindAsync(owner, connector, cancellationToken).ConfigureAwait(false);
        Dictionary<string, string> next = new(held?.Files ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        foreach ((string path, string? content) in files)
        {
            next.Remove(path);
            if (content is not null)
            {
                next[path] = content;
            }
        }

        return next;
    }
}
