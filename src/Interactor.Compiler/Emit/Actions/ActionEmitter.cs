using Interactor.Compiler.Emit.Connectors;
using Interactor.Compiler.Emit.Encoding;
using Interactor.Compiler.Emit.Scripts;
using Interactor.Compiler.Emit.Types;
using Interactor.Compiler.Expressions.Emitting;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Emit.Actions;

/// <summary>Writes an action: a descriptor of data, and the static methods that its requests are built by.</summary>
internal static class ActionEmitter
{
    // What the runtime takes where a descriptor says nothing.
    private const string FirstVersion = "1.0.0";
    private const long StandardTimeout = 100_000;

    public static void Emit(CodeWriter code, ActionModel action, ConnectorModel connector)
    {
        code.Open($"internal static class {CSharpIdentifier.Escape(action.ClassName)}");
        code.Open($"public static {ActionType(action)} Descriptor {{ get; }} = new()");
        EmitFacts(code, action, connector);
        EmitBody(code, action);
        code.Close("};");
        EmitMethods(code, action);
        PaginationEmitter.EmitItems(code, action);
        code.Close();
        if (action.Body is StepsBody steps)
        {
            code.Line();
            FrameEmitter.Emit(code, action, steps);
        }
    }

    /// <summary>The C# type of the output.</summary>
    public static string OutputType(ActionModel action) => CSharpType.Of(action.Output.Type);

    private static string ActionType(ActionModel action)
    {
        string input = CSharpIdentifier.Escape(action.Input.Name);
        return action.Body switch
        {
            MappedBody mapped => $"{RuntimeNames.MappedRequestAction}<{input}, {CSharpType.Of(mapped.Response.Body.Type)}, {OutputType(action)}>",
            ScriptBody => $"{RuntimeNames.ScriptAction}<{input}, {OutputType(action)}>",
            StreamBody { Stream.Kind: StreamKind.Bytes } => $"{RuntimeNames.DownloadAction}<{input}>",
            StreamBody => $"{RuntimeNames.StreamAction}<{input}, {OutputType(action)}>",
            StepsBody => $"{RuntimeNames.StepsAction}<{FrameEmitter.NameOf(action)}, {input}, {OutputType(action)}>",
            _ => $"{RuntimeNames.RequestAction}<{input}, {OutputType(action)}>",
        };
    }

    private static void EmitFacts(CodeWriter code, ActionModel action, ConnectorModel connector)
    {
        code.Line($"Id = {CSharpLiteral.String(action.Id)},");
        if (action.Version != FirstVersion)
        {
            code.Line($"Version = {CSharpLiteral.String(action.Version)},");
        }

        code.Line($"Name = {CSharpLiteral.String(action.Name)},");
        if (action.Summary is { } summary)
        {
            code.Line($"Summary = {CSharpLiteral.String(summary)},");
        }

        if (action.Effect != default)
        {
            code.Line($"Effect = {RuntimeNames.ActionEffect}.{action.Effect},");
        }

        if (action.Idempotency != (action.Effect == ActionEffect.Read ? ActionIdempotency.Yes : ActionIdempotency.No))
        {
            code.Line($"Idempotency = {RuntimeNames.ActionIdempotency}.{action.Idempotency},");
        }

        if (action.IdempotencyHeader is { } header)
        {
            code.Line($"IdempotencyHeader = {CSharpLiteral.String(header)},");
        }

        if (action.IsDeprecated)
        {
            code.Line("IsDeprecated = true,");
        }

        code.Line($"Input = {JsonCode.Contract(new ContractModel(action.Input, null))},");
        if (action.Body is StreamBody stream)
        {
            EmitStream(code, action, stream);
        }
        else
        {
            code.Line($"Output = {JsonCode.Contract(action.Output)},");
        }

        EmitList(code, "Methods", action.Methods);
        EmitList(code, "Scopes", action.Scopes);
        if (action.TimeoutMilliseconds != StandardTimeout)
        {
            code.Line($"Timeout = {Milliseconds(action.TimeoutMilliseconds)},");
        }

        EmitRules(code, action, connector);
        ValuesEmitter.Emit(code, action.Values);
    }

    private static void EmitStream(CodeWriter code, ActionModel action, StreamBody body)
    {
        if (body.Stream.Kind == StreamKind.Bytes)
        {
            return;
        }

        code.Line($"Item = {JsonCode.Contract(action.Output)},");
        if (body.Stream.Kind != default)
        {
            code.Line($"Kind = {RuntimeNames.StreamKind}.{body.Stream.Kind},");
        }

        if (body.IsText)
        {
            code.Line("IsText = true,");
        }

        if (body.Stream.End is { } end)
        {
            code.Line($"End = {CSharpLiteral.String(end)},");
        }

        EmitList(code, "Types", body.Stream.Types);
    }

    private static void EmitList(CodeWriter code, string property, EquatableArray<string> items)
    {
        if (items.Count > 0)
        {
            code.Line($"{property} = {StringList(items)},");
        }
    }

    private static void EmitRules(CodeWriter code, ActionModel action, ConnectorModel connector)
    {
        string defaults = DefaultsEmitter.NameOf(connector);
        if (action.Retry is { } retry)
        {
            RetryEmitter.Emit(code, "Retry =", retry, ",");
        }
        else if (connector.DefaultRetry is not null)
        {
            code.Line($"Retry = {defaults}.Retry,");
        }

        if (action.Errors.Count > 0)
        {
            ErrorRuleEmitter.Emit(code, "Errors =", action.Errors, connector.DefaultErrors.Count > 0 ? $".. {defaults}.Errors," : null, ",");
        }
        else if (connector.DefaultErrors.Count > 0)
        {
            code.Line($"Errors = {defaults}.Errors,");
        }
    }

    private static void EmitBody(CodeWriter code, ActionModel action)
    {
        if (action.Pagination is { } pagination)
        {
            PaginationEmitter.EmitRules(code, action, pagination);
        }

        if (action.Job is { } job)
        {
            JobEmitter.Emit(code, action, job);
        }

        switch (action.Body)
        {
            case DirectBody direct:
                EmitEndpoint(code, direct.Request, direct.BodyKind);
                EmitXml(code, "Xml", direct.Xml);
                EmitBuild(code, direct.Request);
                break;
            case MappedBody mapped:
                EmitEndpoint(code, mapped.Request, mapped.Response.Kind);
                EmitResponse(code, mapped.Response);
                EmitBuild(code, mapped.Request);
                ScriptCallsEmitter.Emit(code, "MapCalls", mapped.MapCalls, RuntimeMembers.Input, RuntimeMembers.Response, RuntimeMembers.Context);
                code.Line("Map = Map,");
                break;
            case StreamBody stream:
                EmitEndpoint(code, stream.Request, ResponseBodyKind.Json);
                EmitBuild(code, stream.Request);
                break;
            case StepsBody steps:
                StepEmitter.EmitDescriptors(code, action, steps);
                ScriptCallsEmitter.Emit(code, "MapCalls", steps.MapCalls, RuntimeMembers.Frame, RuntimeMembers.Context);
                code.Line("Map = Map,");
                break;
            case ScriptBody script:
                code.Line($"Call = static (i, context) => {ScriptCallsEmitter.Call(script.Call)},");
                break;
        }
    }

    /// <summary>The data of a request: where it goes and how its answer is read.</summary>
    public static void EmitEndpoint(CodeWriter code, RequestModel request, ResponseBodyKind kind)
    {
        if (request.Server is { } server)
        {
            code.Line($"Server = {CSharpLiteral.String(server)},");
        }

        code.Line($"Method = {CSharpLiteral.String(request.Method)},");
        if (kind != ResponseBodyKind.Json)
        {
            code.Line($"BodyKind = {RuntimeNames.ResponseBodyKind}.{kind},");
        }
    }

    public static void EmitResponse(CodeWriter code, ResponseModel response)
    {
        code.Line($"Body = {JsonCode.Contract(response.Body)},");
        if (response.KeepRaw)
        {
            code.Line("KeepRaw = true,");
        }

        EmitXml(code, "Xml", response.Xml);
    }

    public static void EmitXml(CodeWriter code, string name, XmlShapeModel? shape)
    {
        if (shape is not null)
        {
            code.Line($"{name} = {XmlShapesEmitter.Shape(shape)},");
        }
    }

    private static void EmitMethods(CodeWriter code, ActionModel action)
    {
        string input = CSharpIdentifier.Escape(action.Input.Name);
        switch (action.Body)
        {
            case MappedBody mapped:
                code.Line();
                code.Open($"private static void Map(jW json, {input} i, {RuntimeNames.ResponseValue}<{CSharpType.Of(mapped.Response.Body.Type)}> response, {RuntimeNames.ActionContext} context)");
                new TemplateEmitter(code, "json").Emit(mapped.Map);
                code.Close();
                break;
            case StepsBody steps:
                StepEmitter.EmitMethods(code, action, steps);
                code.Line();
                code.Open($"private static void Map(jW json, {FrameEmitter.NameOf(action)} frame, {RuntimeNames.ActionContext} context)");
                new TemplateEmitter(code, "json").Emit(steps.Map);
                code.Close();
                break;
        }
    }

    private static void EmitBuild(CodeWriter code, RequestModel request)
    {
        ScriptCallsEmitter.Emit(code, "BuildCalls", request.Calls, RuntimeMembers.Input, RuntimeMembers.Context);
        code.Open("Build = static (r, i, context) =>");
        RequestEmitter.Emit(code, request);
        code.Close("},");
    }

    public static string StringList(EquatableArray<string> items) => $"[{string.Join(", ", items.Select(CSharpLiteral.String))}]";

    public static string Milliseconds(long milliseconds) =>
        $"s_::TimeSpan.FromMilliseconds({CSharpLiteral.Double(milliseconds)})";
}
