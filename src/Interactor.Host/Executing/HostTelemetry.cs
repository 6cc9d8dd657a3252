using System.Diagnostics;

namespace Interactor.Host.Executing;

/// <summary>The activities of the host. No attribute holds a secret, a path, a query or a body.</summary>
public static class HostTelemetry
{
    /// <summary>The name of the activity source.</summary>
    public const string Name = "Interactor.Host";

    internal static readonly ActivitySource Source = new(Name);
}
