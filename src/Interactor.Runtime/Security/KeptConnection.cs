using System.Diagnostics.CodeAnalysis;
using Interactor.Runtime.Json;

namespace Interactor.Runtime.Security;

/// <summary>Looks at a connection that somebody kept and that may have lost a part, for which the reader puts null and zero against what the types promise.</summary>
internal static class KeptConnection
{
    private const string Name = "The connection";

    /// <summary>The connection, with the defaults of a new one where it lost what has them.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it lost what has no default, or has a value that it never had.</exception>
    public static Connection Read(ReadOnlySpan<byte> utf8) => Complete(KeptRecord.Read(utf8, CredentialJson.Default.Connection, Name));

    private static Connection Complete(Connection kept)
    {
        Require(kept.Method, "/method");
        return kept with
        {
            Variables = Texts(kept.Variables),
            Facts = Texts(kept.Facts),
            Tokens = Tokens(kept.Tokens),
            Generation = Count(kept.Generation, "/generation"),
        };
    }

    private static Dictionary<string, Token> Tokens(IReadOnlyDictionary<string, Token>? kept)
    {
        Dictionary<string, Token> tokens = [];
        foreach ((string name, Token? token) in kept ?? tokens)
        {
            string pointer = KeptRecord.Below("/tokens", name);
            Require(token, pointer);
            Require(token.Value, pointer + "/value");
            IReadOnlyList<string>? scopes = token.Scopes;
            foreach (string? scope in scopes ?? [])
            {
                Require(scope, pointer + "/scopes");
            }

            tokens.Add(name, token with { Scopes = scopes ?? [], Generation = Count(token.Generation, pointer + "/generation") });
        }

        return tokens;
    }

    // A value that is null was not given.
    private static Dictionary<string, string> Texts(IReadOnlyDictionary<string, string>? kept) =>
        new((kept ?? new Dictionary<string, string>()).Where(static pair => (string?)pair.Value is not null));

    // Counting begins at one, so zero is a count that is missing.
    private static long Count(long kept, string pointer) => kept switch
    {
        > 0 => kept,
        0 => 1,
        _ => throw KeptRecord.Changed(Name, [new ErrorDetail(pointer, "has a value that it never had")]),
    };

    private static void Require([NotNull] object? value, string pointer)
    {
        if (value is null)
        {
            throw KeptRecord.Changed(Name, [new ErrorDetail(pointer, "is missing")]);
        }
    }
}
