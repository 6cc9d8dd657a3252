using Interactor.Runtime.Http;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Says what an answer means: success, or a failure with what may be done about it.</summary>
internal static class AnswerJudge
{
    public static AttemptResult Judge(OutgoingRequest request, Reply reply)
    {
        if (IsGood(request, reply))
        {
            return AttemptResult.Success(reply);
        }

        ProviderResponse response = new(reply, reply.Message.IsSuccessStatusCode ? request.Shape.Xml : null);
        bool isExpired = IsExpired(request, response);
        InteractorException? failure = ErrorMapper.Map(request, response, reply.Message.IsSuccessStatusCode, isExpired);
        if (failure is null)
        {
            return AttemptResult.Success(reply);
        }

        bool isRetryable = request.Shape.Retry is { } rules && (rules.Covers(reply.Status) || rules.Covers(response, request.Context));
        return Fail(request, reply, failure, isRetryable, isExpired);
    }

    /// <summary>The same where rules call scripts.</summary>
    public static async ValueTask<AttemptResult> JudgeAsync(OutgoingRequest request, Reply reply, CancellationToken cancellationToken)
    {
        if (IsGood(request, reply))
        {
            return AttemptResult.Success(reply);
        }

        try
        {
            ProviderResponse response = new(reply, reply.Message.IsSuccessStatusCode ? request.Shape.Xml : null);
            bool isExpired = IsExpired(request, response);
            InteractorException? failure =
                await ErrorMapper.MapAsync(request, response, reply.Message.IsSuccessStatusCode, isExpired, cancellationToken).ConfigureAwait(false);
            if (failure is null)
            {
                return AttemptResult.Success(reply);
            }

            bool isRetryable = request.Shape.Retry is { } rules
                && (rules.Covers(reply.Status)
                    || (await RuleScripts.TryMakeAsync(rules.WhenCalls, response, request.Context, cancellationToken).ConfigureAwait(false)
                        && rules.Covers(response, request.Context)));
            return Fail(request, reply, failure, isRetryable, isExpired);
        }
        catch
        {
            reply.Dispose();
            throw;
        }
    }

    private static bool IsGood(OutgoingRequest request, Reply reply) =>
        reply.Message.IsSuccessStatusCode && !request.Shape.HasSuccessRules && request.Context.Session.Method?.Expired is null;

    private static bool IsExpired(OutgoingRequest request, ProviderResponse response) =>
        !request.IsElsewhere && request.Context.Session is { AppliesCredential: true } session && session.IsExpiredBy(response);

    private static AttemptResult Fail(OutgoingRequest request, Reply reply, InteractorException failure, bool isRetryable, bool isExpired)
    {
        Session session = request.Context.Session;
        if (failure is { Code: ErrorCode.RateLimited, RetryAfter: { } wait })
        {
            request.Context.Runtime.Rates.Spend(session.Key, wait);
        }

        reply.Dispose();
        return AttemptResult.Failed(failure, isRetryable, isExpired && (request.SessionUsed ?? session).CanRenewCarried);
    }
}
