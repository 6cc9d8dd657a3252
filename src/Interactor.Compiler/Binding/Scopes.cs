using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding;

/// <summary>What expressions may name, place by place (language, chapter 3).</summary>
internal sealed class Scopes
{
    // Where no script can be called.
    private const string OutsideActions = "in 'servers' and in this place of 'security'";

    private readonly ITypeCatalogue _types;
    private readonly ExpressionRoot _variables;
    private readonly ExpressionRoot _token;
    private readonly ExpressionRoot _account;
    private readonly ExpressionRoot _environment;
    private readonly ExpressionRoot? _page;
    private readonly IScriptTable _scripts;
    private readonly string? _refusal;

    public Scopes(ITypeCatalogue types, EquatableArray<VariableModel> variables, IEnumerable<string> facts, IEnumerable<string> tokens, IScriptTable scripts)
    {
        _types = types;
        _scripts = scripts;
        _variables = new ExpressionRoot("variables", VariableStructure(variables), RuntimeMembers.Variables);
        _token = new ExpressionRoot("token", TokenStructure(tokens), RuntimeMembers.Context);
        _account = new ExpressionRoot("account", FactStructure(facts), RuntimeMembers.Account);
        _environment = new ExpressionRoot("env", EnvironmentStructure(), RuntimeMembers.Context);
    }

    private Scopes(Scopes scopes, ExpressionRoot? page, string? refusal)
    {
        _types = scopes._types;
        _scripts = scopes._scripts;
        _variables = scopes._variables;
        _token = scopes._token;
        _account = scopes._account;
        _environment = scopes._environment;
        _page = page;
        _refusal = refusal;
    }

    /// <summary>What expressions of an action may name that gives pages.</summary>
    public Scopes WithPage(StructureTypeModel page) => new(this, new ExpressionRoot("page", page, RuntimeMembers.Page), _refusal);

    /// <summary>The same in <c>paginate</c>, where nothing waits for a script.</summary>
    public Scopes InPagination() => new(this, _page, "in 'paginate'");

    /// <summary>The same in <c>poll</c>, where nothing waits for a script.</summary>
    public Scopes InPoll() => new(this, _page, "in 'poll'");

    /// <summary>Server URLs and OAuth settings: nothing of a call is known yet.</summary>
    public ExpressionScope Settings() => WithoutScripts();

    /// <summary>What is added to a request to authenticate it.</summary>
    public ExpressionScope Apply() => Of(_token);

    /// <summary>What is added to a request once it is written. The request can hold any secret.</summary>
    public ExpressionScope Sign() => Of(_token, new ExpressionRoot("request", UnsignedRequestStructure(), RuntimeMembers.Unsigned, IsSecret: true));

    /// <summary>A request that stands in a security method.</summary>
    public ExpressionScope SecurityRequest() => WithoutScripts(_token);

    /// <summary>The answer to a request that gives a token: there is none yet.</summary>
    public ExpressionScope SessionResponse() => WithoutScripts(Response(new AnyTypeModel()));

    /// <summary>The answer to a request of a security method: nothing is known of its body.</summary>
    public ExpressionScope UntypedResponse() => WithoutScripts(_token, Response(new AnyTypeModel()));

    /// <summary>An error's response: nothing is known of its body.</summary>
    public ExpressionScope ErrorResponse() => Of(_token, Response(new AnyTypeModel()));

    /// <summary>A response by itself, of which it is only asked what it means.</summary>
    public ExpressionScope ResponseAlone() => new([Response(new AnyTypeModel())], _types, new ScriptSite(_scripts, OutsideActions));

    public ExpressionScope Request(TypeModel input) => Of(Input(input, RuntimeMembers.Input));

    public ExpressionScope Map(TypeModel input, TypeModel body) => Of(Input(input, RuntimeMembers.Input), Response(body));

    /// <summary>A page by itself, long after its request: its output, which is the body of the response where nothing shapes it.</summary>
    public ExpressionScope Output(TypeModel output, bool isBody)
    {
        ExpressionRoot root = new("output", output, RuntimeMembers.Output);
        return new(isBody ? [root, new ExpressionRoot("response", new StructureTypeModel("response", [new StructureMember("body", output, "")]), RuntimeMembers.Output)] : [root], _types, new ScriptSite(_scripts, "in 'paginate'"));
    }

    /// <summary>The answer that may have begun a job.</summary>
    public ExpressionScope JobStarted(TypeModel input, TypeModel started) => Of(Input(input, RuntimeMembers.JobInput), Started(started));

    /// <summary>The same when the job is asked about, with the last answer about it, of which there is none at first.</summary>
    public ExpressionScope JobRequest(TypeModel input, TypeModel started, TypeModel status) => Of(
        Input(input, RuntimeMembers.JobInput),
        Started(started),
        new ExpressionRoot("status", ResponseStructure("status", status).AsNullable(), RuntimeMembers.JobLast));

    /// <summary>The same when there is an answer about the job.</summary>
    public ExpressionScope JobStatus(TypeModel input, TypeModel started, TypeModel status) => Of(
        Input(input, RuntimeMembers.JobInput),
        Started(started),
        new ExpressionRoot("status", ResponseStructure("status", status), RuntimeMembers.JobStatus));

    public ExpressionScope Step(TypeModel input, StructureTypeModel steps) => Of(Input(input, RuntimeMembers.FrameInput), Steps(steps));

    public ExpressionScope StepItem(TypeModel input, StructureTypeModel steps, TypeModel item, bool isSecret) =>
        Of(Input(input, RuntimeMembers.FrameInput), Steps(steps), new ExpressionRoot("item", item, RuntimeMembers.Item, isSecret));

    public ExpressionScope StepResponse(TypeModel input, StructureTypeModel steps, TypeModel body) =>
        Of(Input(input, RuntimeMembers.FrameInput), Steps(steps), Response(body));

    /// <summary>A response as expressions see it.</summary>
    /// <param name="description">What messages call it.</param>
    /// <param name="body">The type of the body.</param>
    /// <param name="prefix">The C# between the root and the response's own members.</param>
    /// <param name="more">Members beside those of the response.</param>
    public static StructureTypeModel ResponseStructure(string description, TypeModel body, string prefix = "", EquatableArray<StructureMember> more = default) => new(
        description,
        [
            new StructureMember("status", new IntegerTypeModel(IntegerWidth.Int32), prefix + ".Status"),
            new StructureMember("headers", new MapTypeModel(new StringTypeModel()), prefix + ".Headers"),
            new StructureMember("body", body, prefix + ".Body"),
            new StructureMember("raw", new BytesTypeModel(), prefix + ".Raw"),
            .. more,
        ]);

    private static ExpressionRoot Input(TypeModel type, string csharp) => new("input", type, csharp);

    private static ExpressionRoot Response(TypeModel body) => new("response", ResponseStructure("response", body), RuntimeMembers.Response);

    private static ExpressionRoot Started(TypeModel body) => new("started", ResponseStructure("started", body), RuntimeMembers.JobStarted);

    private static ExpressionRoot Steps(StructureTypeModel steps) => new("steps", steps, RuntimeMembers.Frame);

    private ExpressionScope Of(params ExpressionRoot[] more) => Of(_refusal, more);

    private ExpressionScope WithoutScripts(params ExpressionRoot[] more) => Of(OutsideActions, more);

    private ExpressionScope Of(string? refusal, ExpressionRoot[] more) => new(
        _page is null ? [_variables, _account, _environment, .. more] : [_variables, _account, _environment, _page, .. more],
        _types,
        new ScriptSite(_scripts, refusal));

    private static StructureTypeModel VariableStructure(EquatableArray<VariableModel> variables) =>
        new("variables", variables.Select(Member).ToEquatableArray());

    private static StructureMember Member(VariableModel variable)
    {
        (TypeModel type, string method) = variable.Kind switch
        {
            VariableKind.Integer => (new IntegerTypeModel(), "Integer"),
            VariableKind.Number => (new NumberTypeModel(), "Number"),
            VariableKind.Boolean => (new BooleanTypeModel(), "Boolean"),
            _ => ((TypeModel)new StringTypeModel(), "Text"),
        };
        bool isOptional = !variable.IsRequired && variable.Default is null;
        return new StructureMember(
            variable.Name,
            isOptional ? type.AsNullable() : type,
            RuntimeMembers.Lookup(isOptional ? method + "OrNull" : method, variable.Name),
            variable.IsSecret);
    }

    private static StructureTypeModel TokenStructure(IEnumerable<string> names) =>
        new("token", names.Prepend("main").Distinct(StringComparer.Ordinal).Select(TokenMember).ToEquatableArray());

    private static StructureMember TokenMember(string name) => new(
        name,
        new StructureTypeModel(
            "token." + name,
            [
                new StructureMember("value", new StringTypeModel(), ".Value", IsSecret: true),
                new StructureMember("refresh", new StringTypeModel { IsNullable = true }, ".Refresh", IsSecret: true),
                new StructureMember("scopes", new ListTypeModel(new StringTypeModel()), ".Scopes"),
                new StructureMember("expiresAt", new TimestampTypeModel { IsNullable = true }, ".ExpiresAt"),
            ]),
        RuntimeMembers.Lookup("Token", name));

    private static StructureTypeModel UnsignedRequestStructure() => new(
        "request",
        [
            new StructureMember("method", new StringTypeModel(), ".Method"),
            new StructureMember("url", new StringTypeModel(), ".Url"),
            new StructureMember("host", new StringTypeModel(), ".Host"),
            new StructureMember("path", new StringTypeModel(), ".Path"),
            new StructureMember("query", new StringTypeModel(), ".Query"),
            new StructureMember("headers", new MapTypeModel(new StringTypeModel()), ".Headers"),
            new StructureMember("body", new StringTypeModel(), ".Body"),
            new StructureMember("raw", new BytesTypeModel(), ".Raw"),
        ]);

    private static StructureTypeModel FactStructure(IEnumerable<string> facts) =>
        new("account", facts.Distinct(StringComparer.Ordinal).Select(f => new StructureMember(f, new StringTypeModel(), RuntimeMembers.Lookup("Text", f))).ToEquatableArray());

    private static StructureTypeModel EnvironmentStructure() =>
        new("env", [new StructureMember("now", new TimestampTypeModel(), ".Now"), new StructureMember("uuid", new StringTypeModel(), ".Uuid")]);
}
