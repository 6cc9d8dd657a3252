using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;

namespace Interactor.Runtime.Execution;

/// <summary>Writes one attempt of a request, with its credential, and sees to it that it goes where it may.</summary>
internal sealed class AttemptWriter(ConnectorRuntime runtime)
{
    /// <summary>The method whose credential the request carries.</summary>
    public static SecurityMethod? MethodOf(OutgoingRequest request) =>
        request.SessionUsed is { AppliesCredential: true, Method: { HasCredential: true } method } ? method : null;

    /// <summary>Writes the request without its credential.</summary>
    public static void Build(OutgoingRequest request, RequestBuilder builder)
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

    /// <summary>Puts the credential on the request.</summary>
    /// <returns>The URL that it goes to.</returns>
    public Uri Address(OutgoingRequest request, RequestBuilder builder)
    {
        ActionContext context = request.Context;
        if (MethodOf(request) is { } method)
        {
            if (context.Action is { Scopes.Count: > 0 } action)
            {
                request.SessionUsed!.CheckScopes(action);
            }

            int before = builder.Target.Length;
            method.Apply?.Invoke(builder, context);
            builder.ReplaceQuery(before);
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
}
