using Interactor.Runtime.Security;

namespace Interactor.Host.Api;

/// <summary>What the API calls the statuses of a connection.</summary>
internal static class StatusText
{
    public static string Of(ConnectionStatus status) => status switch
    {
        ConnectionStatus.Active => "active",
        ConnectionStatus.Renewing => "renewing",
        _ => "needs_reauthorization",
    };

    /// <summary>The status of a text; null where it names none.</summary>
    public static ConnectionStatus? Find(string text)
    {
        foreach (ConnectionStatus status in Enum.GetValues<ConnectionStatus>())
        {
            if (Of(status) == text)
            {
                return status;
            }
        }

        return null;
    }
}
