using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Api;

/// <summary>The name that an application gives to one of its users: any text of up to 256 characters.</summary>
internal static class AccountName
{
    private const int MostCharacters = 256;

    /// <summary>The name in a query, as <c>account</c> or <c>accountId</c>; null where it has none.</summary>
    /// <exception cref="RefusalException">The query names more than one.</exception>
    public static string? Of(IQueryCollection query) => (One(query, "account"), One(query, "accountId")) switch
    {
        ({ } account, { } other) when account != other => throw new RefusalException(Refusal.Invalid("The query has 'account' and 'accountId', and they are not the same. Leave one of them out.")),
        (var account, var other) => account ?? other,
    };

    /// <summary>Why a name is none; null where it is good, or not there.</summary>
    public static Refusal? ProblemOf(string? account) => account switch
    {
        null => null,
        { Length: > MostCharacters } => Refusal.Invalid($"The account has {account.Length} characters, and {MostCharacters} at most are allowed."),
        _ when account.Any(char.IsControl) => Refusal.Invalid("The account has control characters in it."),
        _ => null,
    };

    private static string? One(IQueryCollection query, string name) => query[name] switch
    {
        { Count: > 1 } => throw new RefusalException(Refusal.Invalid($"The query has '{name}' more than once.")),
        [{ Length: > 0 } account] => account,
        _ => null,
    };
}
