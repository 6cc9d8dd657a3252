using System.Security.Cryptography;

namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>The codes and tokens that the sandbox issued. Each belongs to one connector; a code and a refresh token are good once.</summary>
internal sealed class TokenBook(TimeProvider time, TimeSpan lifetime, byte[]? key = null)
{
    private static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    private readonly TokenSeal? _seal = key is null ? null : new TokenSeal(key);

    // Tokens of an earlier run of the server must not fit, unless it has a key for them.
    private readonly string _run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
    private readonly Lock _gate = new();
    private readonly Dictionary<string, AuthorizationCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Connector, DateTimeOffset ExpiresAt)> _access = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Connector, string Scope)> _refresh = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ended = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How long an access token is good.</summary>
    public TimeSpan Lifetime => lifetime;

    public string IssueCode(AuthorizationCode code)
    {
        lock (_gate)
        {
            string text = Next("code");
            _codes[text] = code with { ExpiresAt = time.GetUtcNow() + CodeLifetime };
            return text;
        }
    }

    /// <summary>Uses a code up; null where it is unknown, used or late.</summary>
    public AuthorizationCode? TakeCode(string text, string connector)
    {
        lock (_gate)
        {
            return _codes.Remove(text, out AuthorizationCode? code) && code.Connector == connector && code.ExpiresAt > time.GetUtcNow() ? code : null;
        }
    }

    /// <summary>Issues an access token, and a refresh token where the grant gives one.</summary>
    public (string Access, string? Refresh) Issue(string connector, string scope, bool withRefresh)
    {
        lock (_gate)
        {
            DateTimeOffset expiresAt = time.GetUtcNow() + lifetime;
            string access = Sealed(Next("access"), connector, expiresAt, scope);
            _access[access] = (connector, expiresAt);
            if (!withRefresh)
            {
                return (access, null);
            }

            string refresh = Sealed(Next("refresh"), connector, DateTimeOffset.MaxValue, scope);
            _refresh[refresh] = (connector, scope);
            return (access, refresh);
        }
    }

    /// <summary>Uses a refresh token up and gives its scope; null where it is unknown or used.</summary>
    public string? TakeRefresh(string text, string connector)
    {
        lock (_gate)
        {
            Adopt(text);
            if (!_refresh.TryGetValue(text, out (string Connector, string Scope) entry) || entry.Connector != connector)
            {
                return null;
            }

            End(text);
            return entry.Scope;
        }
    }

    public bool IsAccessToken(string text, string connector)
    {
        lock (_gate)
        {
            Adopt(text);
            return _access.TryGetValue(text, out (string Connector, DateTimeOffset ExpiresAt) entry) && entry.Connector == connector && entry.ExpiresAt > time.GetUtcNow();
        }
    }

    /// <summary>Forgets a token of either kind (RFC 7009).</summary>
    public void Revoke(string text)
    {
        lock (_gate)
        {
            End(text);
        }
    }

    /// <summary>Takes every token and code out of a text for the log.</summary>
    public string Redact(string text)
    {
        lock (_gate)
        {
            foreach (string secret in _access.Keys.Concat(_refresh.Keys).Concat(_codes.Keys))
            {
                text = text.Replace(secret, "[redacted]", StringComparison.Ordinal);
            }

            return text;
        }
    }

    private string Next(string kind) => $"sandbox-{kind}-{_run}-{++_count}";

    private string Sealed(string text, string connector, DateTimeOffset expiresAt, string scope) => _seal?.Put(text, connector, expiresAt, scope) ?? text;

    // What an earlier server with the same key issued counts as this one's own, until it ends here.
    private void Adopt(string text)
    {
        if (_access.ContainsKey(text) || _refresh.ContainsKey(text) || _ended.Contains(text) || _seal?.Read(text) is not { } token)
        {
            return;
        }

        if (text.StartsWith("sandbox-refresh-", StringComparison.Ordinal))
        {
            _refresh[text] = (token.Connector, token.Scope);
        }
        else
        {
            _access[text] = (token.Connector, token.ExpiresAt);
        }
    }

    private void End(string text)
    {
        if ((_access.Remove(text) | _refresh.Remove(text)) && _seal is not null)
        {
            _ended.Add(text);
        }
    }
}
