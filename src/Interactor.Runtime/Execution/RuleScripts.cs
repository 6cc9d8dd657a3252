using Interactor.Runtime.Http;

namespace Interactor.Runtime.Execution;

/// <summary>Calls the scripts of rules. A script that fails must not hide the error that the provider reported.</summary>
internal static class RuleScripts
{
    /// <summary>Makes the calls.</summary>
    /// <returns>Whether all of them gave a result.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async ValueTask<bool> TryMakeAsync(
        ScriptCalls<ProviderResponse>? calls, ProviderResponse response, ActionContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (calls is not null)
            {
                await calls.MakeAsync(response, context, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (Exception e) when (e is not OutOfMemoryException && !context.CancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
