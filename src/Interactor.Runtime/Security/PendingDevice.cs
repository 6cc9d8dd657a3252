using System.Text.Json;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Security;

/// <summary>What an application keeps while a person consents on another device. It holds secrets: keep it on the server, and use it once.</summary>
public sealed record PendingDevice
{
    /// <summary>The connector's address, <c>owner/id</c>.</summary>
    public required string Connector { get; init; }

    /// <summary>The id of the security method.</summary>
    public required string Method { get; init; }

    /// <summary>The account that is being connected; null where the application stores the connection itself.</summary>
    public string? Account { get; init; }

    /// <summary>What asks for the token (RFC 8628, section 3.2).</summary>
    public required string DeviceCode { get; init; }

    /// <summary>The least time between two questions.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>The scopes that were asked for.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The values of variables that the person gave.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>After this time the code is no longer good.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The record as UTF-8 JSON, secrets included.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, CredentialJson.Default.PendingDevice);

    /// <summary>The record from what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the text is something else. The failure names the members, and no value.</exception>
    public static PendingDevice FromJson(ReadOnlySpan<byte> utf8) =>
        KeptRecord.Read(utf8, CredentialJson.Default.PendingDevice, "The pending device");

    /// <summary>Says which connector and method, and nothing that is secret.</summary>
    public override string ToString() => $"PendingDevice {{ Connector = {Connector}, Method = {Method}, ExpiresAt = {ExpiresAt:O} }}";
}
