using System.Security.Cryptography;
using System.Text;
using Interactor.Host.Api;
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

    /// <summary>The id of a call among all: its key is the caller's, so that the same one may be used for another action or account.</summary>
    public static string IdOf(ActionCall call, string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', call.Environment.Id, call.Connector.Address, call.Action.Id, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(call.Account ?? ""))), key))));
}
