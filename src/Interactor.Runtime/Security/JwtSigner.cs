using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Interactor.Runtime.Security;

/// <summary>Writes the claims of an assertion and signs them.</summary>
internal static class JwtSigner
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    // A signer may not outlive its key.
    private static readonly CryptoProviderFactory Factory = new() { CacheSignatureProviders = false };

    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the key does not fit the algorithm.</exception>
    public static string Sign(JwtAssertion assertion, ActionContext context, JwtDefaults defaults)
    {
        string payload = Payload(assertion, context, defaults);
        string key = assertion.Key(context);
        try
        {
            using JwtKey signing = JwtKey.Of(key, assertion.Algorithm);
            signing.Key.KeyId = assertion.KeyId?.Invoke(context);
            return Handler.CreateToken(payload, new SigningCredentials(signing.Key, assertion.Algorithm) { CryptoProviderFactory = Factory });
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // What went wrong stays behind: the message of a library may quote the key.
            throw new InteractorException(ErrorCode.InputInvalid, $"The private key cannot sign by {assertion.Algorithm}: {JwtKey.Wanted(assertion.Algorithm)}.");
        }
    }

    private static string Payload(JwtAssertion assertion, ActionContext context, JwtDefaults defaults)
    {
        using JsonDocument? own = OwnClaims(assertion, context);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            long issuedAt = (context.Now - defaults.SetBack).ToUnixTimeSeconds();
            writer.WriteStartObject();
            Text("iss", assertion.Issuer?.Invoke(context) ?? defaults.Issuer);
            Text("sub", assertion.Subject?.Invoke(context) ?? defaults.Subject);
            Text("aud", assertion.Audience?.Invoke(context) ?? defaults.Audience);
            Number("iat", issuedAt);
            Number("exp", issuedAt + (long)assertion.Lifetime.TotalSeconds);
            Text("jti", context.Uuid);
            if (assertion.ScopeClaim is { } scopeClaim)
            {
                Text(scopeClaim, defaults.Scope);
            }

            foreach (JsonProperty claim in Members(own))
            {
                claim.WriteTo(writer);
            }

            writer.WriteEndObject();

            void Text(string name, string? value)
            {
                if (value is not null && !Has(own, name))
                {
                    writer.WriteString(name, value);
                }
            }

            void Number(string name, long value)
            {
                if (!Has(own, name))
                {
                    writer.WriteNumber(name, value);
                }
            }
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static JsonDocument? OwnClaims(JwtAssertion assertion, ActionContext context)
    {
        if (assertion.Claims is not { } claims)
        {
            return null;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            claims(writer, context);
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static JsonElement.ObjectEnumerator Members(JsonDocument? own) => own is null ? default : own.RootElement.EnumerateObject();

    private static bool Has(JsonDocument? own, string name) => own is not null && own.RootElement.TryGetProperty(name, out _);
}
