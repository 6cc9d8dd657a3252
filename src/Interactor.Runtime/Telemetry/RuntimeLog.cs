using Microsoft.Extensions.Logging;

namespace Interactor.Runtime.Telemetry;

/// <summary>What the runtime logs: identifiers and codes, never a secret, a URL or a body.</summary>
internal static partial class RuntimeLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Connector} {Action}: attempt {Attempt} failed with {Code} (status {Status}).")]
    public static partial void AttemptFailed(ILogger logger, string connector, string action, int attempt, string code, int? status);

    [LoggerMessage(2, LogLevel.Information, "{Connector}: trying again after {Code}, in {Milliseconds} ms.")]
    public static partial void Retrying(ILogger logger, string connector, string code, double milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "{Connector} {Action} failed with {Code} (status {Status}, request {RequestId}).")]
    public static partial void ActionFailed(ILogger logger, string connector, string action, string code, int? status, string? requestId);

    [LoggerMessage(10, LogLevel.Debug, "{Connector} {Action}: the input was refused.")]
    public static partial void InputRefused(ILogger logger, string connector, string action);

    [LoggerMessage(4, LogLevel.Warning, "{Connector}: a token could not be refreshed: {Code} ({ProviderCode}).")]
    public static partial void RefreshFailed(ILogger logger, string connector, string code, string? providerCode);

    [LoggerMessage(5, LogLevel.Information, "{Connector}: a token that is still good could not be refreshed yet: {Code}.")]
    public static partial void RefreshPostponed(ILogger logger, string connector, string code);

    [LoggerMessage(6, LogLevel.Warning, "{Connector}: the provider withdrew a grant; the account needs to be connected again.")]
    public static partial void Revoked(ILogger logger, string connector);

    [LoggerMessage(7, LogLevel.Warning, "{Connector}: the provider did not confirm a disconnect: {Code} (status {Status}).")]
    public static partial void DisconnectFailed(ILogger logger, string connector, string code, int? status);

    [LoggerMessage(8, LogLevel.Warning, "{Connector}: the credential store failed to keep a new token; this process keeps it and tries again.")]
    public static partial void TokenNotStored(ILogger logger, string connector);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "{Connector}: the provider replaced the refresh token of a connection that was given inline; only this client has the new one. Keep such connections in a credential store.")]
    public static partial void RotationNotStored(ILogger logger, string connector);

    [LoggerMessage(9, LogLevel.Warning, "{Connector}: the credential store failed to end a lease; other processes may wait for it.")]
    public static partial void LeaseNotReleased(ILogger logger, string connector);

    [LoggerMessage(11, LogLevel.Warning, "{Connector}: what is told of the end of attempts failed: {Type}.")]
    public static partial void ReportFailed(ILogger logger, string connector, string type);
}
