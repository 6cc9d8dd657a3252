using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Security;

/// <summary>
/// What an application keeps between sending a person to the provider and the callback. It holds secrets: keep it on the server (or encrypted), bound to the
/// person's browser session, and use it once.
/// </summary>
public sealed record PendingConnection
{
    /// <summary>The connector's address, <c>owner/id</c>.</summary>
    public required string Connector { get; init; }

    /// <summary>The id of the security method.</summary>
    public required string Method { get; init; }

    /// <summary>The account that is being connected; null where the application stores the connection itself.</summary>
    public string? Account { get; init; }

    /// <summary>Where the provider sends the person back to (RFC 6749, section 3.1.2).</summary>
    public required string RedirectUri { get; init; }

    /// <summary>What the callback has to repeat (RFC 6749, section 10.12; RFC 5849, section 2.2).</summary>
    public required string State { get; init; }

    /// <summary>What binds the code to this client (RFC 7636); null without PKCE.</summary>
    public string? CodeVerifier { get; init; }

    /// <summary>The secret of the temporary credentials (RFC 5849, section 2.1), whose token is <see cref="State"/>; null for OAuth 2.0.</summary>
    public string? TokenSecret { get; init; }

    /// <summary>The scopes that were asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The values of variables that the person gave.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>After this time the callback is refused.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The record as UTF-8 JSON, secrets included.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, CredentialJson.Default.PendingConnection);

    /// <summary>The record from what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the text is something else. The failure names the members, and no value.</exception>
    public static PendingConnection FromJson(ReadOnlySpan<byte> utf8) =>
        KeptRecord.Read(utf8, CredentialJson.Default.PendingConnection, "The pending connection");

    /// <summary>Says which connector and method, and nothing that is secret.</summary>
    public override string ToString() => $"PendingConnection {{ Connector = {Connector}, Method = {Method}, ExpiresAt = {ExpiresAt:O} }}";
}
