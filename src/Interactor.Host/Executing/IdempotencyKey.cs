using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Interactor.Host.Api;
using Interactor.Host.Connectors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Interactor.Host.Executing;

/// <summary>The name that a caller gives to one call, in the header <c>Idempotency-Key</c>, so that it can repeat it without acting twice.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    private const int MostCharacters = 255;

    /// <summary>The key of a request; null where it has none.</summary>
    public static (string? Key, Refusal? Refusal) Of(HttpRequest request)
    {
        StringValues given = request.Headers[Header];
        return given switch
        {
            { Count: 0 } => (null, null),
            [{ Length: > 0 and <= MostCharacters } key] when key.All(static c => c is > ' ' and < '\x7f') => (key, null),
            _ => (null, Refusal.Invalid($"The header '{Header}' is to be one text of 1 to {MostCharacters} visible ASCII characters.")),
        };
    }

    /// <summary>
    /// The id of a call among all: its key is the caller's, so that the same one may be used for another action, account, provider or pinned major. What the caller pinned counts,
    /// and not what it leads to: a version that is published between a call and its repetition makes no other call of it.
    /// </summary>
    public static string IdOf(ActionCall call, string key, bool isPlayed) => HashOf(string.Join(
        '\n',
        call.Environment.Id,
        isPlayed ? "sandbox" : "live",
        call.Connector.Address,
        call.Action.Id,
        call.Version is { } version ? VersionNumber.Of(version).Major.ToString(CultureInfo.InvariantCulture) : "",
        HashOf(call.Account ?? ""),
        key));

    /// <summary>
    /// The key that the provider gets: a UUID (RFC 9562, version 8) of the id. The callers' own ones may say something, and those of two accounts or environments may be alike
    /// where the provider knows them by one application.
    /// </summary>
    public static string ForProvider(string id)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes("provider\n" + id), bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes[..16], bigEndian: true).ToString();
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
