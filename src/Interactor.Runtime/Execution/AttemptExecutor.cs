using System.Net;
using System.Runtime.CompilerServices;
using Interactor.Runtime.Http;
using Interactor.Runtime.Telemetry;

namespace Interactor.Runtime.Execution;

/// <summary>Writes, sends and reads one attempt of a request.</summary>
internal sealed class AttemptExecutor(ConnectorRuntime runtime)
{
    private static readonly ObjectPool<RequestBuilder> Builders = new(static () => new RequestBuilder());

    private readonly AttemptWriter _writer = new(runtime);
    private readonly Redirection _redirection = new(runtime);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<AttemptResult> RunAsync(OutgoingRequest request)
    {
        ActionContext context = request.Context;
        CancellationToken caller = context.CancellationToken;
        caller.ThrowIfCancellationRequested();
        request.Attempt++;
        request.IsElsewhere = false;
        context.BeginAttempt();
        RequestBuilder builder = Builders.Rent();
        RequestContent? content = null;
        AttemptObservation? observation = null;
        Deadline? deadline = Deadline.Rent(request.Timeout, runtime.Time, caller);
        CancellationToken token = deadline?.Token ?? caller;
        bool isExchanging = false;
        int? status = null;
        bool isLeft = false;
        bool isTokenShared = false;
        try
        {
            if (request.CallsScripts)
            {
                isTokenShared = true;
                deadline?.Run();
                await request.CallScriptsAsync(token).ConfigureAwait(false);
            }

            AttemptWriter.Build(request, builder);
            if (AttemptWriter.MethodOf(request) is { ApplyCalls: { } calls } applied)
            {
                isTokenShared = true;
                deadline?.Run();
                await calls.MakeAsync(applied, context, token).ConfigureAwait(false);
            }

            Uri uri = _writer.Address(request, builder);
            request.GoesTo(uri);
            content = builder.ToContent();
            if (AttemptSigner.CallsScripts(request))
            {
                isTokenShared = true;
                deadline?.Run();
            }

            HttpMethod method = request.Shape.Method;
            uri = await AttemptSigner.SignAsync(request, method, uri, builder, content, token).ConfigureAwait(false);
            HttpMessageInvoker invoker = runtime.InvokerFor(context);
            HttpRequestMessage message = AttemptMessage.Make(request, method, uri, builder, content);
            observation = AttemptObservation.Start(runtime, request);
            isExchanging = true;
            Task<HttpResponseMessage> sending = invoker.SendAsync(message, token);
            if (!sending.IsCompleted)
            {
                deadline?.Run();
            }

            HttpResponseMessage response = await sending.ConfigureAwait(false);
            bool isChallenged = response.StatusCode == HttpStatusCode.Unauthorized && AttemptSigner.TakesChallenge(request, response, builder);
            if (isChallenged && content?.IsRepeatable != false)
            {
                deadline?.Run();
                if (content is { IsStreamed: true })
                {
                    await content.StopAsync().ConfigureAwait(false);
                }

                // Content that did not let go of its source in time, or that another call reads meanwhile, is not sent again.
                if (content?.CanRepeat != false)
                {
                    isChallenged = false;
                    response.Dispose();
                    uri = await AttemptSigner.SignAsync(request, method, uri, builder, content, token).ConfigureAwait(false);
                    response = await invoker.SendAsync(AttemptMessage.Make(request, method, uri, builder, content), token).ConfigureAwait(false);
                }
            }

            if (Redirection.Is(method, response.StatusCode, content is not null))
            {
                deadline?.Run();
                response = await _redirection.FollowAsync(invoker, response, uri, request, builder, token).ConfigureAwait(false);
            }

            status = (int)response.StatusCode;
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
            catch (Exception e) when (!response.IsSuccessStatusCode && (e is InteractorException || ExchangeFailure.IsUndecodable(e)))
            {
                // A body that is endless or cannot be decoded must not hide which error the provider reported.
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
            isTokenShared |= request.Shape.RulesCallScripts;
            AttemptResult result = request.Shape.RulesCallScripts
                ? await AnswerJudge.JudgeAsync(request, reply, token).ConfigureAwait(false)
                : AnswerJudge.Judge(request, reply);
            if (content is { IsStreamed: true })
            {
                deadline?.Run();
                await SettleAsync(content, result, isLeft, token).ConfigureAwait(false);
            }

            Report(request, observation, (int)response.StatusCode, result.Failure);
            return content?.CanRepeat == false ? result.AsFinal(isChallenged) : result;
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
            InteractorException failure = ExchangeFailure.Of(e, request.Url!.Host, status);
            Report(request, observation, failure.Status, failure);
            AttemptResult failed = AttemptResult.Failed(failure, isRetryable: failure.Code == ErrorCode.Transient && request.Shape.Retry is not null);
            if (content is { IsStreamed: true })
            {
                await content.StopAsync().ConfigureAwait(false);
            }

            return content?.CanRepeat == false ? failed.AsFinal(isChallenged: false) : failed;
        }
        catch (InteractorException e)
        {
            Report(request, observation, null, e);
            throw;
        }
        finally
        {
            if (!isLeft)
            {
                content?.Stop();
            }

            // A script may have handed its token on to work that it left behind.
            bool isQuiet = content?.TrySeal() ?? true;
            deadline?.Stop(isQuiet && !isLeft && !isTokenShared);
            if (isQuiet)
            {
                builder.Clear();
                Builders.Return(builder);
            }
        }
    }

    /// <summary>Writes a request to learn where it goes.</summary>
    public async ValueTask AddressAsync(OutgoingRequest request)
    {
        using ScriptDeadline deadline = ScriptDeadline.Of(request.Context);
        if (request.CallsScripts)
        {
            await request.CallScriptsAsync(deadline.Token).ConfigureAwait(false);
        }

        RequestBuilder builder = new();
        AttemptWriter.Build(request, builder);
        if (AttemptWriter.MethodOf(request) is { ApplyCalls: { } calls } applied)
        {
            await calls.MakeAsync(applied, request.Context, deadline.Token).ConfigureAwait(false);
        }

        request.GoesTo(_writer.Address(request, builder));
    }

    // With HTTP/2 an answer may come before all of the content is sent. A failure needs no more of it. A success may, and whoever gave the content
    // may close it when the call is over.
    private static async ValueTask SettleAsync(RequestContent content, AttemptResult result, bool isLeft, CancellationToken cancellationToken)
    {
        if (result.Failure is not null)
        {
            await content.StopAsync().ConfigureAwait(false);
        }
        else if (!isLeft)
        {
            try
            {
                await content.Written.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (content.Fault is { } fault)
                {
                    throw fault;
                }
            }
            catch
            {
                result.Reply.Dispose();
                throw;
            }
        }
    }

    private void Report(OutgoingRequest request, AttemptObservation? observation, int? status, InteractorException? failure)
    {
        if (failure is not null)
        {
            RuntimeLog.AttemptFailed(runtime.Log, runtime.Connector.Address, request.Name, request.Attempt, failure.CodeText, status);
        }

        observation?.Finish(status, failure);
    }
}
