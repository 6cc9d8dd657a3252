using Interactor.Runtime.Http;

namespace Interactor.Runtime.Security;

/// <summary>Reads what an answer that gives a token says beside it.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Context">Whose token it is.</param>
/// <param name="IsRenewal">
/// Whether it follows another token, whose refresh token may be spent: then a token must not get lost because the answer leaves out what a definition expects.
/// </param>
internal readonly record struct AnswerReading(ProviderResponse Response, ActionContext Context, bool IsRenewal)
{
    /// <summary>A text; null where the answer does not say.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.ContractViolation"/>: the first answer lacks what the definition expects.</exception>
    public string? Text(Func<ProviderResponse, ActionContext, string?>? read)
    {
        try
        {
            return CredentialAnswer.Read(read, Response, Context, "the request for a token") is { Length: > 0 } text ? text : null;
        }
        catch (Exception e) when (IsRenewal && e is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>When the token expires; null where neither the definition nor the answer says.</summary>
    public DateTimeOffset? EndOf(TokenAnswer answer) =>
        TokenLifetime.After(Text(answer.ExpiresIn), Context.Runtime.Time.GetUtcNow()) ?? TokenLifetime.At(Text(answer.ExpiresAt));
}
