using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Testing.Examples;
using Interactor.Testing.Samples;
using Interactor.Testing.Sandbox.Authorization;
using Interactor.Testing.Sandbox.Responses;

namespace Interactor.Testing.Sandbox.Routing;

/// <summary>Derives the routes of one connector from its definition: those of its actions, and those that its security methods use for themselves.</summary>
internal sealed class RouteBuilder
{
    private readonly SandboxConnector _connector;
    private readonly TokenBook _tokens;
    private readonly ExpressionText _text;
    private readonly SchemaSource _schemas;
    private readonly Dictionary<string, CredentialRule> _credentials;
    private readonly List<Draft> _drafts = [];
    private readonly List<Route> _authorization = [];

    private RouteBuilder(SandboxConnector connector, TokenBook tokens, SandboxOptions options)
    {
        _connector = connector;
        _tokens = tokens;
        IReadOnlyDictionary<string, string> variables = connector.Variables(options);
        _text = new ExpressionText(variables.GetValueOrDefault);
        _schemas = new SchemaSource(connector.Model);
        _credentials = connector.Model.Methods.ToDictionary(m => m.Id, m => new CredentialRule(m));
    }

    public static IReadOnlyList<Route> Build(SandboxConnector connector, TokenBook tokens, SandboxOptions options)
    {
        RouteBuilder builder = new(connector, tokens, options);
        builder.AddActions();
        foreach (SecurityMethodModel method in connector.Model.Methods)
        {
            builder.AddMethod(method);
        }

        builder.AddTokenEndpoints();
        return builder.Finish();
    }

    private ConnectorModel Model => _connector.Model;

    private void AddActions()
    {
        foreach (ActionModel action in Model.Actions)
        {
            string name = action.IsNewest ? action.Id : $"{action.Id}@{action.Major}";
            switch (action.Body)
            {
                case DirectBody direct when action.Job is { } job:
                    AddJob(action, name, direct.Request, ResponseOf(action, direct), ResponseShapes.Of(Model, action, map: null, _text), job);
                    break;
                case MappedBody mapped when action.Job is { } job:
                    AddJob(action, name, mapped.Request, mapped.Response, ResponseShapes.Of(Model, action, mapped.Map, _text), job);
                    break;
                case DirectBody direct:
                    BodyShape shape = ResponseShapes.Of(Model, action, map: null, _text);
                    AddAction(action, name, direct.Request, ResponseOf(action, direct), shape);
                    break;
                case MappedBody mapped:
                    AddAction(action, name, mapped.Request, mapped.Response, ResponseShapes.Of(Model, action, mapped.Map, _text));
                    break;
                case StreamBody stream:
                    AddAction(action, name, stream.Request, () => MadeResponse.Of(stream, action.Output, _schemas));
                    break;
                case StepsBody steps:
                    IReadOnlyDictionary<string, BodyShape> shapes = ResponseShapes.Of(Model, action, steps, _text);
                    foreach (StepModel step in steps.Steps)
                    {
                        AddAction(action, $"{name} ({step.Id})", step.Request, step.Response, shapes[step.Id]);
                    }

                    break;
            }
        }
    }

    private static ResponseModel ResponseOf(ActionModel action, DirectBody direct) => new(action.Output, direct.BodyKind, KeepRaw: false) { Xml = direct.Xml };

    private void AddAction(ActionModel action, string name, RequestModel request, ResponseModel response, BodyShape shape) =>
        AddAction(action, name, request, () => MadeResponse.Of(response, shape, _schemas));

    private void AddJob(ActionModel action, string name, RequestModel request, ResponseModel response, BodyShape shape, JobModel job)
    {
        (BodyShape started, BodyShape status) = ResponseShapes.Of(Model, action, job, _text);
        AddAction(action, name, request, () => MadeJob.Started(job, started, _schemas));
        AddAction(action, $"{name} (poll)", job.Request, () => MadeJob.Done(job, status, job.Result is null ? response : null, shape, _schemas), isPolled: true);
        if (job.Result is { } result)
        {
            AddAction(action, $"{name} (result)", result, response, shape);
        }
    }

    private void AddAction(ActionModel action, string name, RequestModel request, Func<SandboxReply> made, bool isPolled = false)
    {
        CredentialRule[] credentials = [.. action.Methods.Where(_credentials.ContainsKey).Select(m => _credentials[m])];
        foreach (UrlTemplate template in TemplatesOf(request, Model.Methods.Where(m => action.Methods.Contains(m.Id))))
        {
            _drafts.Add(new Draft(name, action.Id, request, template, credentials, made) { IsPolled = isPolled });
        }
    }

    private void AddMethod(SecurityMethodModel method)
    {
        foreach (ConnectStepModel step in method.Connect)
        {
            AddPlain(method, $"{method.Id}: connect", step.Request, step.Facts.Select(f => f.Value));
        }

        if (method.Verify is { } verify)
        {
            AddPlain(method, $"{method.Id}: verify", verify.Request, [.. new[] { verify.IdentityId, verify.IdentityLabel }.OfType<TypedExpression>()]);
        }

        if (method.Disconnect is { } disconnect)
        {
            RevocationEndpoint endpoint = new(_tokens);
            foreach (UrlTemplate template in TemplatesOf(disconnect, [method]))
            {
                AddAuthorization($"{method.Id}: disconnect", disconnect.Method, template, endpoint.Answer);
            }
        }

        if (method.OAuth is { AuthorizeUrl: { } url } oauth)
        {
            AuthorizeEndpoint endpoint = new(ClientSettings.Of(Model, method, oauth, _text), _tokens);
            AddAuthorization($"{method.Id}: authorize", "GET", UrlTemplate.Of(url), endpoint.Ask);
            AddAuthorization($"{method.Id}: authorize", "POST", UrlTemplate.Of(url), endpoint.Decide);
        }
    }

    private void AddPlain(SecurityMethodModel method, string name, RequestModel request, IEnumerable<TypedExpression> expressions)
    {
        BodyShape shape = ResponseShapes.Of(Model, expressions, _text);
        ContractModel any = new(new AnyTypeModel(), null);
        foreach (UrlTemplate template in TemplatesOf(request, [method]))
        {
            _drafts.Add(new Draft(
                name, null, request, template, [_credentials[method.Id]], () => MadeResponse.Of(new ResponseModel(any, ResponseBodyKind.Json, KeepRaw: false), shape, _schemas)));
        }
    }

    private void AddTokenEndpoints()
    {
        IEnumerable<(TypedExpression Url, ClientSettings Client)> urls =
            from method in Model.Methods
            where method.OAuth is not null
            let client = ClientSettings.Of(Model, method, method.OAuth!, _text)
            from url in method.OAuth!.RefreshUrl is { } refresh ? new[] { method.OAuth.TokenUrl, refresh } : [method.OAuth.TokenUrl]
            select (url, client);
        foreach (IGrouping<string, (UrlTemplate Template, ClientSettings Client)> group in urls.Select(u => (Template: UrlTemplate.Of(u.Url), u.Client)).GroupBy(u => $"{u.Template.Host}{u.Template.Shown}"))
        {
            TokenEndpoint endpoint = new([.. group.Select(u => u.Client).Distinct()], _tokens);
            AddAuthorization("token", "POST", group.First().Template, endpoint.Answer);
        }
    }

    private void AddAuthorization(string name, string method, UrlTemplate template, Func<SentRequest, SandboxReply> answer) =>
        _authorization.Add(new Route(Shown(name, method, template, "authorization"), template, [], _ => 0, (request, _) => answer(request), IsPrivate: true));

    // One request may go to several servers: the connector's, and those that a method puts in its place.
    private IEnumerable<UrlTemplate> TemplatesOf(RequestModel request, IEnumerable<SecurityMethodModel> methods)
    {
        if (request.Url is { } url)
        {
            return [UrlTemplate.Of(url)];
        }

        SecurityMethodModel[] accepted = [.. methods];
        IEnumerable<ServerModel> own = accepted.Select(m => m.Servers.FirstOrDefault(s => s.Name == request.Server)).OfType<ServerModel>();
        bool needsCommon = accepted.Length == 0 || accepted.Any(m => m.Servers.All(s => s.Name != request.Server));
        IEnumerable<ServerModel> common = needsCommon ? Model.Servers.Where(s => s.Name == request.Server) : [];
        return common.Concat(own).Select(server => UrlTemplate.Of(server.Url, request.Path)).DistinctBy(t => (t.Host, t.Shown)).ToArray();
    }

    private IReadOnlyList<Route> Finish()
    {
        Dictionary<Draft, List<TestExchangeModel>> exchanges = _drafts.ToDictionary(d => d, _ => new List<TestExchangeModel>());
        foreach (TestModel test in _connector.Tests)
        {
            foreach (TestExchangeModel exchange in test.Exchanges)
            {
                // A sandbox that says of each job that it failed would be of little use.
                foreach (Draft draft in TargetsOf(exchange.Expect, test.Action).Where(d => !d.IsPolled || test.Error is null))
                {
                    exchanges[draft].Add(exchange);
                }
            }
        }

        return [.. _drafts.Select(d => Complete(d, exchanges[d])), .. _authorization];
    }

    private Route Complete(Draft draft, List<TestExchangeModel> exchanges)
    {
        if (draft.IsPolled)
        {
            // Of answers to one question the last one says that the job is done.
            exchanges.Reverse();
        }

        ExampleResponses examples = new(draft.Template, exchanges);
        Lazy<SandboxReply> made = new(draft.Made);
        return new Route(
            Shown(draft.Name, draft.Request.Method, draft.Template, examples.HasSuccess ? "tests" : "schema"),
            draft.Template,
            draft.Credentials,
            new RequestLiterals(draft.Request).Likeness,
            (request, values) => examples.Best(request, values) ?? made.Value);
    }

    // The routes that a test's request belongs to: by its path, those of its own action first; without a path, the only request of the action.
    private IReadOnlyList<Draft> TargetsOf(TestExpectation expect, string action)
    {
        string? path = expect.Path ?? (Uri.TryCreate(expect.Url, UriKind.Absolute, out Uri? url) ? url.AbsolutePath : null);
        if (path is null)
        {
            Draft[] own = [.. _drafts.Where(d => d.Action == action && (expect.Method is null || expect.Method == d.Request.Method))];
            return own.Select(d => d.Name).Distinct().Count() == 1 ? own : [];
        }

        Draft[] fitting = [.. _drafts.Where(d => (expect.Method is null || expect.Method == d.Request.Method) && d.Template.Match(path) is not null)];
        Draft[] preferred = [.. fitting.Where(d => d.Action == action)];

        // Any path fits a job whose URL an answer gives, but one that belongs to another request is meant for that one.
        preferred = Array.TrueForAll(preferred, d => d.IsPolled) ? preferred : [.. preferred.Where(d => !d.IsPolled || d.Template.FixedLength > 0)];
        string[] names = [.. (preferred.Length > 0 ? preferred : fitting).Select(d => d.Name)];

        // The same request at another server has the same answer.
        return [.. _drafts.Where(d => names.Contains(d.Name))];
    }

    private SandboxRoute Shown(string name, string method, UrlTemplate template, string response) =>
        new(_connector.Address, name, method, template.Shown, string.IsNullOrEmpty(template.Host) ? null : template.Host, response);

    private sealed record Draft(
        string Name, string? Action, RequestModel Request, UrlTemplate Template, IReadOnlyList<CredentialRule> Credentials, Func<SandboxReply> Made)
    {
        /// <summary>Whether its answers are about a job, asked for until one says that it is done.</summary>
        public bool IsPolled { get; init; }
    }
}
