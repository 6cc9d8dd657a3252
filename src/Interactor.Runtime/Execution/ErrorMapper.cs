using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Turns a response into the failure that it means: by the connector's rules, else by its status (RFC 9110, section 15).</summary>
internal static class ErrorMapper
{
    /// <summary>The failure, or null for a successful response that no rule calls one.</summary>
    public static InteractorException? Map(OutgoingRequest request, ProviderResponse response, bool isSuccess, bool isExpired)
    {
        ActionContext context = request.Context;
        foreach (ErrorRule rule in request.Shape.Errors)
        {
            if (rule.Covers(isSuccess) && (rule.When is null || Evaluate(rule.When, response, context)))
            {
                return ByRule(rule, request, response);
            }
        }

        return ByStatus(request, response, isSuccess, isExpired);
    }

    /// <summary>The same where rules call scripts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="response">The answer to it.</param>
    /// <param name="isSuccess">Its status is one of success.</param>
    /// <param name="isExpired">It says that the token expired.</param>
    /// <param name="cancellationToken">Ends the scripts.</param>
    public static async ValueTask<InteractorException?> MapAsync(
        OutgoingRequest request, ProviderResponse response, bool isSuccess, bool isExpired, CancellationToken cancellationToken)
    {
        ActionContext context = request.Context;
        foreach (ErrorRule rule in request.Shape.Errors)
        {
            if (rule.Covers(isSuccess)
                && await RuleScripts.TryMakeAsync(rule.WhenCalls, response, context, cancellationToken).ConfigureAwait(false)
                && (rule.When is null || Evaluate(rule.When, response, context)))
            {
                await RuleScripts.TryMakeAsync(rule.TextCalls, response, context, cancellationToken).ConfigureAwait(false);
                return ByRule(rule, request, response);
            }
        }

        return ByStatus(request, response, isSuccess, isExpired);
    }

    private static InteractorException? ByStatus(OutgoingRequest request, ProviderResponse response, bool isSuccess, bool isExpired)
    {
        if (isSuccess && !isExpired)
        {
            return null;
        }

        ErrorCode code = isExpired ? ErrorCode.AuthExpired
            : request.IsElsewhere && response.Status == 401 ? ErrorCode.AuthDenied
            : LacksScope(response) ? ErrorCode.InsufficientScope
            : CodeOf(response.Status, request.Context.Session);
        return Make(code, Describe(code, request, response), request, response, providerCode: null, retryAfter: null);
    }

    /// <summary>What a status means where no rule says better.</summary>
    public static ErrorCode CodeOf(int status, Session session) => status switch
    {
        401 => session.Authenticator.IssuesTokens ? ErrorCode.AuthExpired : ErrorCode.AuthDenied,
        403 => ErrorCode.AuthDenied,
        404 or 410 => ErrorCode.NotFound,
        408 => ErrorCode.Timeout,
        409 or 412 => ErrorCode.Conflict,
        429 => ErrorCode.RateLimited,
        >= 500 => ErrorCode.Transient,
        _ => ErrorCode.ProviderError,
    };

    // RFC 6750, section 3.1.
    private static bool LacksScope(ProviderResponse response) =>
        response.Status == 403
        && response.Headers.TryGetValue("WWW-Authenticate", out string? challenge)
        && (challenge.Contains("error=\"insufficient_scope\"", StringComparison.OrdinalIgnoreCase)
            || challenge.Contains("error=insufficient_scope", StringComparison.OrdinalIgnoreCase));

    private static InteractorException ByRule(ErrorRule rule, OutgoingRequest request, ProviderResponse response)
    {
        ActionContext context = request.Context;
        string? message = rule.Message is null ? null : Evaluate(rule.Message, response, context);
        string? providerCode = rule.ProviderCode is null ? null : Evaluate(rule.ProviderCode, response, context);
        TimeSpan? retryAfter = rule.RetryAfter is not null && Evaluate(rule.RetryAfter, response, context) is { } text
            ? RetryAfterHeader.Parse(text, response.Headers, context.Runtime.Time.GetUtcNow())
            : null;
        return Failure(rule.Code, string.IsNullOrWhiteSpace(message) ? null : message, providerCode, request, response, retryAfter);
    }

    /// <summary>A failure with what the provider says about it, in which secrets are blacked out.</summary>
    public static InteractorException Failure(
        ErrorCode code, string? message, string? providerCode, OutgoingRequest request, ProviderResponse response, TimeSpan? retryAfter = null)
    {
        string? said = message is null ? null : SecretRedactor.Redact(message, request.Context);
        return Make(code, string.IsNullOrEmpty(said) ? Describe(code, request, response) : said, request, response, providerCode, retryAfter);
    }

    private static InteractorException Make(
        ErrorCode code, string message, OutgoingRequest request, ProviderResponse response, string? providerCode, TimeSpan? retryAfter) => new(code, message)
        {
            Status = response.Status,
            ProviderCode = providerCode is null ? null : SecretRedactor.Redact(providerCode, request.Context),
            RequestId = RequestIdHeader.Read(response.Headers) is { } id ? SecretRedactor.Redact(id, request.Context) : null,
            RetryAfter = retryAfter ?? RetryAfterHeader.Read(response.Headers, request.Shape.Retry?.WaitHeader, request.Context.Runtime.Time.GetUtcNow()),
        };

    private static string Describe(ErrorCode code, OutgoingRequest request, ProviderResponse response) =>
        Redirection.Refusal(request, response) ?? Describe(code, response.Status);

    private static string Describe(ErrorCode code, int status) => code switch
    {
        ErrorCode.AuthExpired => $"The provider refused the token ({status}).",
        ErrorCode.AuthDenied => $"The provider refused the credential, or the account may not do this ({status}).",
        ErrorCode.InsufficientScope => $"The account did not grant what this needs; connect it again with that permission ({status}).",
        ErrorCode.NotFound => $"The provider has no such thing for this account ({status}).",
        ErrorCode.Conflict => $"The state of the thing does not allow the change ({status}).",
        ErrorCode.RateLimited => $"The provider takes no more requests for now ({status}).",
        ErrorCode.Transient => $"The provider failed; a later try may succeed ({status}).",
        ErrorCode.Timeout => $"The provider gave up waiting ({status}).",
        _ => $"The provider answered with an error ({status}).",
    };

    // A rule that cannot be evaluated must not hide the error that the provider reported.
    private static T? Evaluate<T>(Func<ProviderResponse, ActionContext, T> part, ProviderResponse response, ActionContext context)
    {
        try
        {
            return part(response, context);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return default;
        }
    }
}
