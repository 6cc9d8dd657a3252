using System.Net;
using System.Runtime.CompilerServices;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Execution;

/// <summary>Writes, sends and reads one attempt of a request.</summary>
internal sealed class AttemptExecutor(ConnectorRuntime runtime)
{
    private const int MaxRedirects = 5;

    private static readonly ObjectPool<RequestBuilder> Builders = new(static () => new RequestBuilder());

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptResult> RunAsync(OutgoingRequest request)
    {
        ActionContext context = request.Context;
        CancellationToken caller = context.CancellationToken;
        caller.ThrowIfCancellationRequested();
        request.Attempt++;
        context.BeginAttempt();
        RequestBuilder builder = Builders.Rent();
        RequestContent? content = null;
        AttemptObservation? observation = null;
        Deadline? deadline = Deadline.Rent(request.Timeout, runtime.Time, caller);
        CancellationToken token = deadline?.Token ?? caller;
        Uri? uri = null;
        bool isExchanging = false;
        bool isLeft = false;
        try
        {
            if (request.CallsScripts)
            {
                deadline?.Run();
                await request.CallScriptsAsync(token).ConfigureAwait(false);
            }

            Build(request, builder);
            if (MethodOf(request) is { ApplyCalls: { } calls } applied)
            {
                deadline?.Run();
                await calls.MakeAsync(applied, context, token).ConfigureAwait(false);
            }

            uri = Address(request, builder);
            request.GoesTo(uri);
            content = builder.ToContent();
            if (MethodOf(request) is { Signature.Calls: not null })
            {
                deadline?.Run();
            }

            uri = await SignAsync(request, uri, builder, content, token).ConfigureAwait(false);
            HttpMessageInvoker invoker = runtime.InvokerFor(context);
            HttpRequestMessage message = ToMessage(request.Shape.Method, uri, builder, content);
            observation = AttemptObservation.Start(runtime, request, uri);
            isExchanging = true;
            Task<HttpResponseMessage> sending = invoker.SendAsync(message, token);
            if (!sending.IsCompleted)
            {
                deadline?.Run();
            }

            HttpResponseMessage response = await sending.ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.Unauthorized && TakesChallenge(request, response, builder) && content?.CanRepeat != false)
            {
                deadline?.Run();
                response.Dispose();
                uri = await SignAsync(request, uri, builder, content, token).ConfigureAwait(false);
                response = await invoker.SendAsync(ToMessage(request.Shape.Method, uri, builder, content), token).ConfigureAwait(false);
            }

            if (content is null && IsRedirect(response.StatusCode) && IsSafe(request.Shape.Method))
            {
                deadline?.Run();
                response = await FollowAsync(invoker, response, uri, request, builder, token).ConfigureAwait(false);
            }

            isLeft = request.Shape.LeavesBody && response.IsSuccessStatusCode;
            PooledBuffer body = PooledBuffer.Rent(runtime.MaxResponseBytes);
            try
            {
                Task reading = isLeft ? Task.CompletedTask : response.Content.CopyToAsync(body, token);
                if (!reading.IsCompleted)
                {
                    deadline?.Run();
                }

                await reading.ConfigureAwait(false);
            }
            catch (InteractorException) when (!response.IsSuccessStatusCode)
            {
                // An endless body must not hide which error the provider reported.
                body.Clear();
            }
            catch
            {
                response.Dispose();
                body.Return();
                throw;
            }

            isExchanging = false;
            Reply reply = new(response, body);
            AttemptResult result = request.Shape.RulesCallScripts ? await JudgeAsync(request, reply, token).ConfigureAwait(false) : Judge(request, reply);
            Report(request, observation, (int)response.StatusCode, result.Failure);
            return content?.CanRepeat == false ? result.AsFinal() : result;
        }
        catch (OperationCanceledException e)
        {
            if (caller.IsCancellationRequested)
            {
                observation?.Cancel();
                throw new OperationCanceledException("The call was cancelled.", e, caller);
            }

            InteractorException failure = new(ErrorCode.Timeout, $"The provider did not answer within {request.Timeout.TotalSeconds:0.###} seconds.", e);
            Report(request, observation, null, failure);
            return AttemptResult.Failed(failure, isRetryable: false);
        }
        catch (Exception e) when (content?.Fault is { } fault)
        {
            if (caller.IsCancellationRequested)
            {
                observation?.Cancel();
                throw new OperationCanceledException("The call was cancelled.", e, caller);
            }

            Report(request, observation, null, fault);
            throw fault.Copy();
        }
        catch (HttpRequestException e) when (e.InnerException is InteractorException refused)
        {
            Report(request, observation, null, refused);
            throw refused.Copy();
        }
        catch (Exception e) when (isExchanging && e is not (InteractorException or OutOfMemoryException))
        {
            // A handler of the user's, and the stream that it gives, may throw anything.
            string reason = (e as HttpRequestException)?.HttpRequestError.ToString() ?? nameof(HttpRequestError.Unknown);
            InteractorException failure = new(ErrorCode.Transient, $"The exchange with {uri?.Host ?? "the provider"} failed on the network ({reason}).", e);
            Report(request, observation, null, failure);
            AttemptResult failed = AttemptResult.Failed(failure, isRetryable: request.Shape.Retry is not null);
            return content?.CanRepeat == false ? failed.AsFinal() : failed;
        }
        catch (InteractorException e)
        {
            Report(request, observation, null, e);
            throw;
        }
        finally
        {
            bool isQuiet = content?.TrySeal() ?? true;
            deadline?.Stop(isQuiet && !isLeft);
            if (isQuiet)
            {
                builder.Clear();
                Builders.Return(builder);
            }
        }
    }

    // The method whose credential the request carries.
    private static SecurityMethod? MethodOf(OutgoingRequest request) =>
        request.SessionUsed is { AppliesCredential: true, Method: { HasCredential: true } method } ? method : null;

    private static void Build(OutgoingRequest request, RequestBuilder builder)
    {
        request.SessionUsed = request.Context.Session;
        try
        {
            request.Build(builder);
        }
        catch (JsonContractException e)
        {
            throw new InteractorException(ErrorCode.InputInvalid, $"The input cannot be written as JSON{Findings.Summary(e.Errors)}.", e) { Details = e.Errors };
        }
    }

    // Puts the credential on the request and says where it goes.
    private Uri Address(OutgoingRequest request, RequestBuilder builder)
    {
        ActionContext context = request.Context;
        if (MethodOf(request) is { } method)
        {
            if (context.Action is { Scopes.Count: > 0 } action)
            {
                request.SessionUsed!.CheckScopes(action);
            }

            method.Apply?.Invoke(builder, context);
            context.CarriesCredential = true;
        }

        if (request.Shape.IdempotencyHeader is { } header)
        {
            builder.Header(header, request.IdempotencyKey);
        }

        if (!builder.HasHeader("Accept"))
        {
            builder.Headers.Add(new KeyValuePair<string, string>("Accept", request.Shape.Accept));
        }

        if (builder.IsAbsolute)
        {
            Uri uri = RequestUri.Absolute(builder.Target);
            if (context.CarriesCredential)
            {
                runtime.Egress.Check(uri, context.Variables);
            }
            else
            {
                runtime.Egress.CheckUnlisted(uri);
            }

            return uri;
        }

        string server = runtime.ServerUrl(request.Shape.Server, context);
        if (context.CarriesCredential)
        {
            runtime.Egress.CheckServer(server, context.Variables);
        }

        Uri joined = RequestUri.Join(server, builder.Target);
        if (!context.CarriesCredential)
        {
            runtime.Egress.CheckUnlisted(joined);
        }

        return joined;
    }

    // A signature may add to the query, and so to the URL.
    private static ValueTask<Uri> SignAsync(OutgoingRequest request, Uri uri, RequestBuilder builder, RequestContent? content, CancellationToken cancellationToken)
    {
        if (request.SessionUsed is { AppliesCredential: true, Authenticator: { SignsRequests: true } authenticator })
        {
            authenticator.Sign(new RequestToSign(request.Context, request.Shape.Method, uri, builder, content));
        }
        else if (MethodOf(request) is { Signature: { } signature })
        {
            return signature.SignAsync(new RequestToSign(request.Context, request.Shape.Method, uri, builder, content), cancellationToken);
        }

        return new ValueTask<Uri>(uri);
    }

    private static bool TakesChallenge(OutgoingRequest request, HttpResponseMessage response, RequestBuilder builder) =>
        request.SessionUsed is { AppliesCredential: true, Authenticator: { SignsRequests: true } authenticator }
        && authenticator.TakesChallenge(request.Context, response.Headers, builder.HasHeader("Authorization"));

    private static HttpRequestMessage ToMessage(HttpMethod method, Uri uri, RequestBuilder builder, RequestContent? content)
    {
        HttpRequestMessage message = new(method, uri) { Content = content, Version = HttpVersion.Version20 };
        if (content is { IsStreamed: true })
        {
            message.Options.Set(RequestContent.StreamedBody, true);
        }

        foreach ((string name, string value) in builder.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>Follows redirects (RFC 9110, section 15.4) of a request without a body as long as they stay with the same scheme, host and port.</summary>
    private async ValueTask<HttpResponseMessage> FollowAsync(
        HttpMessageInvoker invoker, HttpResponseMessage response, Uri uri, OutgoingRequest request, RequestBuilder builder, CancellationToken cancellationToken)
    {
        for (int i = 0; i < MaxRedirects && IsRedirect(response.StatusCode) && response.Headers.Location is { } location; i++)
        {
            if (!Uri.TryCreate(uri, location, out Uri? target)
                || Uri.Compare(uri, target, UriComponents.SchemeAndServer | UriComponents.UserInfo, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
            {
                break;
            }

            response.Dispose();
            uri = target;
            request.GoesTo(uri);
            uri = await SignAsync(request, uri, builder, content: null, cancellationToken).ConfigureAwait(false);
            response = await invoker.SendAsync(ToMessage(request.Shape.Method, uri, builder, content: null), cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    private static AttemptResult Judge(OutgoingRequest request, Reply reply)
    {
        if (IsGood(request, reply))
        {
            return AttemptResult.Success(reply);
        }

        ProviderResponse response = new(reply);
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
    private static async ValueTask<AttemptResult> JudgeAsync(OutgoingRequest request, Reply reply, CancellationToken cancellationToken)
    {
        if (IsGood(request, reply))
        {
            return AttemptResult.Success(reply);
        }

        try
        {
            ProviderResponse response = new(reply);
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
        request.Context.Session is { AppliesCredential: true } session && session.IsExpiredBy(response);

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

    private void Report(OutgoingRequest request, AttemptObservation? observation, int? status, InteractorException? failure)
    {
        if (failure is not null)
        {
            RuntimeLog.AttemptFailed(runtime.Log, runtime.Connector.Address, request.Name, request.Attempt, failure.CodeText, status);
        }

        observation?.Finish(status, failure);
    }

    private static bool IsSafe(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    private static bool IsRedirect(HttpStatusCode status) => (int)status is 301 or 302 or 303 or 307 or 308;
}
