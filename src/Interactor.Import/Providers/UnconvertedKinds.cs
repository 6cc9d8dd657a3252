using Interactor.Compiler.Diagnostics;

namespace Interactor.Import.Providers;

/// <summary>Why configurations of a kind cannot be converted: what they leave to the platform that they were written for.</summary>
internal static class UnconvertedKinds
{
    private static readonly string[] Converted =
        ["NONE", "API_KEY", "BASIC", "INSTALL_PLUGIN", "OAUTH1", "OAUTH2", "OAUTH2_CC", "MCP_OAUTH2", "MCP_OAUTH2_GENERIC", "TWO_STEP", "BILL"];

    private static readonly Dictionary<string, string> Lacks = new(StringComparer.Ordinal)
    {
        ["APP"] = "it does not say where the app's id and private key come from, which claims the app's JWT has, and where the answer has the token",
        ["AWS_SIGV4"] = "its keys are those of a role that AWS STS hands out (AssumeRole), and no request says how; the kind 'sigv4' signs with keys that the account has",
        ["CUSTOM"] = "it is two grants under one name (an app's installation and a person's consent), and the one of the app lacks its id, its key and the claims of its JWT",
        ["INSTALL_PLUGIN"] = "its 'auth_type' is not BASIC",
        ["TBA"] = "it names neither the signature method, nor the realm, nor the user's token and its secret, which the kind 'oauth1' needs",
    };

    public static string WhyNot(string mode, ProviderEntry entry) => mode switch
    {
        "" => "it has no 'auth_mode'",
        "SIGNATURE" => $"the signature '{entry.Find("signature")?.TextOf("protocol") ?? "of no protocol"}' is made in a way that no kind of a definition has",
        "JWT" => WhyNoJwt(entry),
        _ when Lacks.TryGetValue(mode, out string? reason) => reason,
        _ => $"there is no 'auth_mode' '{mode}'.{Nearest.Hint(mode, Converted.Concat(Lacks.Keys).Concat(["SIGNATURE", "JWT"]))}",
    };

    private static string WhyNoJwt(ProviderEntry entry)
    {
        string key = entry.Find("token")?.TextOf("signing_key") ?? "";
        string? call = entry.Find("token")?.Find("payload")?.Members.FirstOrDefault(m => m.Text?.Contains("${fingerprint(", StringComparison.Ordinal) == true)?.Token;
        return entry.Find("token") is null ? "it has no 'token' that says what is signed"
            : call is not null ? $"the claim '{call}' has the fingerprint of a public key, which no expression works out"
            : key.Contains("}||${", StringComparison.Ordinal) ? "'token.signing_key' does not tell whether '||' chooses between two values or is a part of the key"
            : "a JWT that is sent as it was signed is read from no configuration yet; write it by hand with the kind 'jwt'";
    }
}
