using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Binds one action.</summary>
internal sealed class ActionBinder(
    BindingContext context,
    Scopes scopes,
    ServerTable servers,
    DatatypeBinder datatypes,
    DefaultsModel defaults,
    IReadOnlyList<string> methods,
    IScriptTable scripts)
{
    public ActionModel? Bind(ActionSource source)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        MappingReader reader = source.Reader;
        reader.NotYet("callbacks", NotYetDiagnostics.ActionFeature);
        StreamModel? stream = new StreamBinder(context).Bind(reader);
        PaginationBinder? pages = PaginationBinder.Begin(reader, context);
        string name = reader.RequireText("name") ?? source.Id;
        string? summary = reader.TakeText("summary");
        ActionEffect effect = reader.RequireChoice(
            "effect",
            ActionEffect.Write,
            ("read", ActionEffect.Read),
            ("write", ActionEffect.Write),
            ("destructive", ActionEffect.Destructive));
        (ActionIdempotency idempotency, string? header) = BindIdempotency(reader, effect);
        bool isDeprecated = reader.TakeBoolean("deprecated");
        (EquatableArray<string> accepted, EquatableArray<string> scopeNames) = BindSecurity(reader);
        (NamedTypeModel input, ActionInputNeed need) = BindInput(reader, source);
        long timeout = DurationReader.Read(reader.TakeScalar("timeout"), defaults.TimeoutMilliseconds, context);
        RetryModel? retry = RetryBinder.Bind(reader.Take("retry"), context, scopes);
        EquatableArray<ErrorRuleModel> errors = new ErrorRuleBinder(context, scopes).Bind(reader.Take("errors"));
        (ActionBody? body, ContractModel output, PaginationModel? pagination) = BindBody(reader, source, input, pages, stream);
        JobModel? job = new PollBinder(context, scopes, servers, datatypes).Bind(reader, input, source.TypePrefix, IsXml(body));
        reader.Done();
        if (body is null)
        {
            return null;
        }

        return new ActionModel
        {
            Id = source.Id,
            Version = source.Version,
            Name = name,
            Summary = summary,
            ClassName = source.TypePrefix + "Action",
            IsNewest = source.IsNewest,
            Major = source.Major,
            Effect = effect,
            Idempotency = idempotency,
            IdempotencyHeader = header,
            IsDeprecated = isDeprecated,
            Methods = accepted,
            Scopes = scopeNames,
            Input = input,
            InputNeed = need,
            Output = output,
            TimeoutMilliseconds = timeout,
            Retry = retry,
            Errors = errors,
            Body = body,
            Pagination = pagination,
            Job = job,
        };
    }

    private (ActionIdempotency Kind, string? Header) BindIdempotency(MappingReader reader, ActionEffect effect)
    {
        ActionIdempotency kind = reader.TakeChoice(
            "idempotent",
            effect == ActionEffect.Read ? ActionIdempotency.Yes : ActionIdempotency.No,
            ("true", ActionIdempotency.Yes),
            ("false", ActionIdempotency.No),
            ("key", ActionIdempotency.Key));
        string header = "Idempotency-Key";
        if (kind != ActionIdempotency.Key && reader.Node.FindEntry("idempotency") is { } unused)
        {
            context.Report(ActionDiagnostics.NoEffect, unused.Key, "idempotency", "write idempotent: key to send a key");
        }

        if (reader.TakeMapping("idempotency") is { } idempotency)
        {
            if (idempotency.TakeScalar("header") is { } scalar)
            {
                if (HeaderName.Problem(scalar.Text) is { } problem)
                {
                    context.Report(ActionDiagnostics.InvalidHeader, scalar, scalar.Text, problem);
                }
                else
                {
                    header = scalar.Text;
                }
            }

            idempotency.Done();
        }

        return (kind, kind == ActionIdempotency.Key ? header : null);
    }

    // Without `security` an action accepts every method of the connector.
    private (EquatableArray<string> Methods, EquatableArray<string> Scopes) BindSecurity(MappingReader reader)
    {
        // Without a request there is nothing to authorise.
        EquatableArray<string> all = reader.Has("script") ? [] : methods.ToEquatableArray();
        if (reader.TakeMapping("security") is not { } security)
        {
            return (all, []);
        }

        List<string> accepted = [];
        bool isGiven = security.Has("methods");
        foreach (ScalarNode method in security.TakeScalars("methods"))
        {
            if (methods.Contains(method.Text))
            {
                accepted.Add(method.Text);
            }
            else
            {
                context.Report(StructureDiagnostics.UnknownName, method, "security method", method.Text, Nearest.Hint(method.Text, methods));
            }
        }

        EquatableArray<string> scopeNames = security.TakeScalars("scopes").Select(JsonText.Plain).ToEquatableArray();
        security.Done();
        return (isGiven ? accepted.ToEquatableArray() : all, scopeNames);
    }

    private (NamedTypeModel Type, ActionInputNeed Need) BindInput(MappingReader reader, ActionSource source)
    {
        if (reader.Take("input") is not { } schema)
        {
            NamedTypeModel none = new(context.Types.Claim(source.TypePrefix + "Input", source.TypePrefix + "Input"), NamedTypeKind.Record);
            context.Types.Add(new RecordModel
            {
                Name = none.Name,
                Summary = null,
                Schema = new OwnSchemaText("""{"type":"object","additionalProperties":false}""", []),
                Properties = [],
            });
            return (none, ActionInputNeed.None);
        }

        ContractModel bound = datatypes.BindInline(schema, source.TypePrefix + "Input", isRequest: true, out SyntaxNode written);
        if (bound.Type is not NamedTypeModel { Kind: NamedTypeKind.Record } type || context.Types.Find(type.Name) is not RecordModel record)
        {
            context.Report(ActionDiagnostics.InputNotObject, schema, TypeText.Of(bound.Type));
            return (new NamedTypeModel(source.TypePrefix + "Input", NamedTypeKind.Record), ActionInputNeed.Required);
        }

        context.Xml?.AddInput(type.Name, written);
        return (type, record.Properties.Any(p => p is { IsRequired: true, Constant: null }) ? ActionInputNeed.Required : ActionInputNeed.Optional);
    }

    private (ActionBody? Body, ContractModel Output, PaginationModel? Pagination) BindBody(
        MappingReader reader, ActionSource source, NamedTypeModel input, PaginationBinder? pages, StreamModel? stream)
    {
        string[] present = [.. ((string[])["request", "steps", "script"]).Where(reader.Has)];
        if (present.Length != 1)
        {
            context.Report(ActionDiagnostics.ImplementationCount, source.Place, present.Length == 0 ? "none" : string.Join(" and ", present));
        }

        ScalarNode? script = reader.TakeScalar("script");
        SyntaxNode? outputSchema = reader.Take("output");
        ContractModel output = outputSchema is null
            ? new ContractModel(new AnyTypeModel(), null)
            : ResponseBinder.Held(datatypes.BindInline(outputSchema, source.TypePrefix + "Output"));
        SyntaxNode? map = reader.Take("map");
        SyntaxNode? responses = reader.Take("responses");
        SyntaxNode? request = reader.Take("request");
        SyntaxNode? steps = reader.Take("steps");
        bool reveal = reader.TakeBoolean("reveal");
        OutputBinder outputs = new(context);
        ResponseModel? response = new ResponseBinder(context, datatypes, stream).BindByStatus(responses, source.TypePrefix + "Response");
        Scopes own = pages?.Place is { } place ? scopes.WithPage(place) : scopes;
        if (request is not null)
        {
            ExpressionScope scope = own.Request(input);
            if (new RequestBinder(context, servers).Bind(request, scope) is not { } model)
            {
                return (null, output, null);
            }

            if (stream is not null)
            {
                return (BindStream(model, stream, response, outputSchema, ref output), output, null);
            }

            ActionBody body = BindRequest(pages?.AddPlace(model, request, own.InPagination().Request(input)) ?? model, response, own, map, outputSchema is null, ref output, input, outputs, reveal);
            TypeModel bodyType = body is MappedBody { Response.Body.Type: var mapped } ? mapped : output.Type;
            return (body, output, pages?.Finish(request, isStepped: false, scopes.InPagination().Request(input), own.InPagination().Map(input, bodyType), scopes.Output(output.Type, map is null), output.Type, servers));
        }

        if (steps is not null)
        {
            if (reader.Node.FindEntry("responses") is { } unused)
            {
                context.Report(ActionDiagnostics.NoEffect, unused.Key, "responses", "each step has a 'response' of its own");
            }

            StepsBinder binder = new(context, own, servers, datatypes, input, source.TypePrefix);
            ActionBody? body = binder.Bind(steps, map, outputs, output.Type, reveal, reader.Node);
            return (body, output, pages?.Finish(steps, isStepped: true, scopes.InPagination().Request(input), own.InPagination().Step(input, binder.Results), scopes.Output(output.Type, isBody: false), output.Type, servers));
        }

        ActionBody? call = script is null ? null : new ScriptActionBinder(context, scripts).Bind(script, reader.Node, input, outputSchema is null, ref output);
        return (call, output, null);
    }

    private StreamBody BindStream(RequestModel request, StreamModel stream, ResponseModel? response, SyntaxNode? outputSchema, ref ContractModel output)
    {
        if (stream.Kind == StreamKind.Bytes)
        {
            if (outputSchema is not null && output.Type is not BytesTypeModel)
            {
                context.Report(ActionDiagnostics.TypeMismatch, outputSchema, "A stream of bytes", "no 'output', or bytes", TypeText.Of(output.Type));
            }

            output = new ContractModel(new BytesTypeModel(), null);
        }
        else if (outputSchema is null && response is not null)
        {
            output = response.Body;
        }

        return new StreamBody(request, stream, StreamBinder.IsText(output.Type));
    }

    private ActionBody BindRequest(
        RequestModel request,
        ResponseModel? response,
        Scopes own,
        SyntaxNode? map,
        bool hasNoOutput,
        ref ContractModel output,
        NamedTypeModel input,
        OutputBinder outputs,
        bool reveal)
    {
        if (map is not null)
        {
            ResponseModel body = response ?? new ResponseModel(new ContractModel(new AnyTypeModel(), null), ResponseBodyKind.Json, KeepRaw: false);
            ExpressionScope mapped = own.Map(input, body.Body.Type);
            TemplateModel template = outputs.Bind(map, mapped, output.Type, reveal);
            return new MappedBody(request, body with { KeepRaw = ExpressionSearch.MentionsRaw(map) }, template) { MapCalls = mapped.ScriptCalls };
        }

        if (response is not null && hasNoOutput)
        {
            output = response.Body;
        }

        return new DirectBody(request, response?.Kind ?? BodyKindOf(output.Type)) { Xml = response?.Xml };
    }

    private static bool IsXml(ActionBody? body) =>
        body is DirectBody { BodyKind: ResponseBodyKind.Xml } or MappedBody { Response.Kind: ResponseBodyKind.Xml };

    // Bytes have no JSON of their own, so an output of bytes is the body itself.
    private static ResponseBodyKind BodyKindOf(TypeModel output) => output switch
    {
        BytesTypeModel => ResponseBodyKind.Bytes,
        NullTypeModel => ResponseBodyKind.None,
        _ => ResponseBodyKind.Json,
    };
}
