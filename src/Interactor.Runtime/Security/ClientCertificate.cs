namespace Interactor.Runtime.Security;

/// <summary>What an account proves itself by while a connection is made: a certificate of its own (RFC 8446, section 4.4.2; RFC 8705).</summary>
public sealed class ClientCertificate
{
    /// <summary>The certificate and those between it and its root, as PEM.</summary>
    public required Func<ActionContext, string> Chain { get; init; }

    /// <summary>The private key of the first certificate, as PEM without a password.</summary>
    public required Func<ActionContext, string> Key { get; init; }
}
