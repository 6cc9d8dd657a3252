using System.Text.Json;

namespace Interactor.Runtime.Security;

/// <summary>
/// A connected account: by which method, with which values and tokens, and what is known about it. It is a value: a change is a new connection with the
/// next <see cref="Generation"/>. Variables and tokens may be secret; <see cref="ToString"/> shows neither.
/// </summary>
public sealed record Connection
{
    /// <summary>The name of the token that the OAuth 2.0 kinds keep.</summary>
    public const string MainToken = "main";

    /// <summary>The id of the security method.</summary>
    public required string Method { get; init; }

    /// <summary>The values that were given when the account was connected.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>What the provider said about the account when it was connected.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>The tokens by name.</summary>
    public IReadOnlyDictionary<string, Token> Tokens { get; init; } = new Dictionary<string, Token>();

    /// <summary>Whose it is, as far as the provider says.</summary>
    public AccountIdentity? Identity { get; init; }

    /// <summary>Whether it can be used.</summary>
    public ConnectionStatus Status { get; init; }

    /// <summary>
    /// The names of the tokens whose refresh began and has not ended, while <see cref="Status"/> is <see cref="ConnectionStatus.Renewing"/>; null for the
    /// main one alone.
    /// </summary>
    public IReadOnlyList<string>? RenewingTokens { get; init; }

    /// <summary>Counts the changes. A store replaces a connection only by one that was made from the generation it holds.</summary>
    public long Generation { get; init; } = 1;

    /// <summary>The connection as UTF-8 JSON for a store, secrets included: encrypt it.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, CredentialJson.Default.Connection);

    /// <summary>The connection from what <see cref="ToJson"/> gave.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the text is something else. The failure names the members, and no value.</exception>
    public static Connection FromJson(ReadOnlySpan<byte> utf8) => KeptConnection.Read(utf8);

    /// <summary>Says the method, the status and the names of what it holds, and no value of a variable or a token.</summary>
    public override string ToString() =>
        $"Connection {{ Method = {Method}, Status = {Status}, Generation = {Generation}, "
        + $"Variables = [{string.Join(", ", Variables.Keys)}], Tokens = [{string.Join(", ", Tokens.Keys)}] }}";

    /// <summary>Asks for a token by name.</summary>
    internal Token? Token(string name) => Tokens.TryGetValue(name, out Token? token) ? token : null;

    /// <summary>The connection after a token changed; that the provider gave it shows that the grant is there.</summary>
    internal Connection With(string name, Token token)
    {
        string[] marks = [.. Marks().Where(mark => mark != name && token.Others?.ContainsKey(mark) != true)];
        return Marked(marks) with { Tokens = TokensWith(name, token), Generation = Generation + 1 };
    }

    /// <summary>The connection after it became known when a token expires, which is otherwise the one that is held.</summary>
    internal Connection WithEndOf(string name, Token token) =>
        this with { Tokens = new Dictionary<string, Token>(Tokens) { [name] = token }, Generation = Generation + 1 };

    /// <summary>Whether a token is the very one that an earlier state of the account held; one that was connected anew has another.</summary>
    internal bool IsOfGrant(Connection earlier, string name) =>
        Method == earlier.Method && (Token(name), earlier.Token(name)) switch
        {
            (null, null) => true,
            ({ } token, { } other) => token.Value == other.Value && token.Refresh == other.Refresh,
            _ => false,
        };

    /// <summary>Whether a refresh of the token began and has not ended.</summary>
    internal bool IsRenewing(string name) => Status == ConnectionStatus.Renewing && (RenewingTokens is { } names ? names.Contains(name) : name == MainToken);

    /// <summary>The connection while a refresh of the token goes on.</summary>
    internal Connection BeginRenewing(string name) => Marked([.. Marks().Where(mark => mark != name), name]) with { Generation = Generation + 1 };

    /// <summary>The connection after a refresh of the token that spent nothing.</summary>
    internal Connection EndRenewing(string name) => Marked([.. Marks().Where(mark => mark != name)]) with { Generation = Generation + 1 };

    private IReadOnlyList<string> Marks() => Status == ConnectionStatus.Renewing ? RenewingTokens ?? [MainToken] : [];

    private Connection Marked(string[] names) => this with
    {
        Status = names.Length == 0 ? ConnectionStatus.Active : ConnectionStatus.Renewing,
        RenewingTokens = names is [] or [MainToken] ? null : names,
    };

    private Dictionary<string, Token> TokensWith(string name, Token token)
    {
        Dictionary<string, Token> tokens = new(Tokens) { [name] = token with { Others = null, Fault = null } };
        foreach ((string other, Token issued) in token.Others ?? new Dictionary<string, Token>())
        {
            tokens[other] = issued with { Refresh = issued.Refresh ?? Token(other)?.Refresh, Generation = GenerationOf(other) + 1 };
        }

        return tokens;
    }

    /// <summary>The generation of a token, zero where there is none yet.</summary>
    internal long GenerationOf(string token) => Tokens.TryGetValue(token, out Token? found) ? found.Generation : 0;
}
