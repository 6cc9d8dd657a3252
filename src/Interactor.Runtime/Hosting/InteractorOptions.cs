using System.Net;
using Interactor.Runtime.Security;

namespace Interactor.Runtime;

/// <summary>What all connectors of an application share, unless a connector's own options say otherwise.</summary>
public sealed class InteractorOptions
{
    /// <summary>Where connections are kept; null for the <see cref="ICredentialStore"/> among the services, if there is one.</summary>
    public ICredentialStore? CredentialStore { get; set; }

    /// <summary>What sends the requests; null for the handler that connectors share. It must not follow redirects itself.</summary>
    public HttpMessageHandler? HttpHandler { get; set; }

    /// <summary>The clock; null for the <see cref="System.TimeProvider"/> among the services, or the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>What runs the scripts of connectors; null for the <see cref="IScriptRunner"/> among the services, if there is one.</summary>
    public IScriptRunner? ScriptRunner { get; set; }

    /// <summary>Whether responses are also checked against every keyword of their schema.</summary>
    public bool ValidateResponses { get; set; }

    /// <summary>Networks that are not public and may be reached by every connector all the same, such as <c>10.20.0.0/16</c>.</summary>
    public IList<IPNetwork> AllowedNetworks { get; } = [];

    /// <summary>Whether the loopback addresses of this machine may be called without TLS and outside of the egress list. For development and tests.</summary>
    public bool AllowInsecureLoopback { get; set; }
}
