using System.Text;

namespace Interactor.Runtime.Security;

/// <summary>What a provider says about how to prove oneself (RFC 7616, section 3.3). It is good for many requests, which it counts.</summary>
internal sealed class DigestChallenge
{
    private int _count;

    private DigestChallenge(Dictionary<string, string> parameters, string clientNonce)
    {
        Realm = parameters["realm"];
        Nonce = parameters["nonce"];
        Opaque = parameters.GetValueOrDefault("opaque");
        string algorithm = parameters.GetValueOrDefault("algorithm") ?? "MD5";
        AlgorithmName = algorithm;
        IsSession = algorithm.EndsWith("-sess", StringComparison.OrdinalIgnoreCase);
        Algorithm = algorithm.StartsWith("SHA-256", StringComparison.OrdinalIgnoreCase) ? DigestAlgorithm.Sha256 : DigestAlgorithm.Md5;
        IsStale = Is(parameters, "stale");
        HashesUser = Is(parameters, "userhash");
        string[] qualities = parameters.GetValueOrDefault("qop")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        Quality = qualities.Contains("auth", StringComparer.OrdinalIgnoreCase) ? "auth" : qualities.Contains("auth-int", StringComparer.OrdinalIgnoreCase) ? "auth-int" : null;
        ClientNonce = clientNonce;
    }

    public string Realm { get; }

    public string Nonce { get; }

    public string? Opaque { get; }

    public DigestAlgorithm Algorithm { get; }

    /// <summary>The algorithm as the provider writes it.</summary>
    public string AlgorithmName { get; }

    /// <summary>Whether the nonces are part of the secret.</summary>
    public bool IsSession { get; }

    /// <summary>Whether the answer was right but its nonce too old.</summary>
    public bool IsStale { get; }

    public bool HashesUser { get; }

    /// <summary>What is protected: <c>auth</c>, or <c>auth-int</c> with the body; null for providers of before RFC 2617.</summary>
    public string? Quality { get; }

    public string ClientNonce { get; }

    /// <summary>The number of the next answer.</summary>
    public int Next() => Interlocked.Increment(ref _count);

    /// <summary>Reads the parameters of a challenge; null where they are not understood.</summary>
    public static DigestChallenge? Read(string parameters, string clientNonce)
    {
        Dictionary<string, string>? read = Parameters(parameters);
        bool isKnown = read is not null
            && read.ContainsKey("realm")
            && read.ContainsKey("nonce")
            && (read.GetValueOrDefault("algorithm")?.ToUpperInvariant() ?? "MD5") is "MD5" or "MD5-SESS" or "SHA-256" or "SHA-256-SESS";
        if (!isKnown)
        {
            return null;
        }

        DigestChallenge challenge = new(read!, clientNonce);
        return challenge.Quality is null && read!.ContainsKey("qop") ? null : challenge;
    }

    private static bool Is(Dictionary<string, string> parameters, string name) =>
        "true".Equals(parameters.GetValueOrDefault(name), StringComparison.OrdinalIgnoreCase);

    // auth-param of RFC 9110, section 11.2: a token or a quoted string, between commas.
    private static Dictionary<string, string>? Parameters(string text)
    {
        Dictionary<string, string> parameters = new(StringComparer.OrdinalIgnoreCase);
        int at = 0;
        while (at < text.Length)
        {
            if (text[at] is ',' or ' ' or '\t')
            {
                at++;
                continue;
            }

            int mark = text.IndexOf('=', at);
            if (mark < 0)
            {
                return null;
            }

            string name = text[at..mark].Trim();
            at = mark + 1;
            while (at < text.Length && text[at] is ' ' or '\t')
            {
                at++;
            }

            if (Value(text, ref at) is not { } value || !parameters.TryAdd(name, value))
            {
                return null;
            }
        }

        return parameters;
    }

    private static string? Value(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '"')
        {
            int end = text.IndexOf(',', at);
            string token = (end < 0 ? text[at..] : text[at..end]).Trim();
            at = end < 0 ? text.Length : end;
            return token;
        }

        StringBuilder value = new();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                at++;
                return value.ToString();
            }

            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            value.Append(text[at]);
        }

        return null;
    }
}
