using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Makes an action of an operation.</summary>
internal sealed class ActionReader
{
    private const string LongRunning = "x-ms-long-running-operation";

    private readonly ImportContext _context;
    private readonly RequestReader _requests;
    private readonly ResponseReader _responses;
    private readonly ResponseBuilder _builder;
    private readonly SecurityReader _security;

    public ActionReader(ImportContext context, ServerReader servers, SecurityReader security)
    {
        _context = context;
        _security = security;
        SchemaFacts facts = new(context);
        ContentReader contents = new(context);
        _requests = new RequestReader(context, servers, contents, facts);
        _responses = new ResponseReader(context, contents);
        _builder = new ResponseBuilder(context, facts);
    }

    public ImportedAction Read(Operation operation, string id)
    {
        int before = _context.Log.Count;
        (IReadOnlyList<ImportedProperty> input, ImportedRequest request) = _requests.Read(operation);
        OperationSecurity security = _security.Of(operation);
        IReadOnlyList<ImportedResponse> responses = _builder.Build(_responses.Read(operation));
        ReportJob(operation.Place);
        ImportedAction action = new()
        {
            Id = id,
            Name = Texts.Line(operation.Place.TextOf("summary")) ?? Texts.Line(operation.OperationId) ?? operation.Method + " " + Texts.Line(operation.Path),
            Summary = Texts.FirstSentence(operation.Place.TextOf("description")),
            Effect = EffectOf(operation.Method),
            IsIdempotent = operation.Method is "PUT" or "DELETE" ? true : null,
            IsDeprecated = operation.Place.IsTrue("deprecated"),
            Methods = security.Methods,
            Scopes = security.Scopes,
            Input = input,
            Request = request,
            Responses = responses,
            Settings = DefinitionValue.Mapping.Empty.WithText("stream", StreamItems.KindOf(responses)),
            Origin = new ActionOrigin(operation.Method, operation.Path, operation.OperationId, operation.Tags, operation.Place),
        };
        if (_context.Log.Count == before)
        {
            _context.Log.Add(ImportRules.OperationExact, operation.Place, operation.Method, operation.Path, id);
        }

        return action;
    }

    // Which answer says what of the job is known to the generators of one vendor only, and the document says none of it.
    private void ReportJob(DocumentPlace operation)
    {
        if (operation.IsTrue(LongRunning))
        {
            string via = Texts.Line(operation.Find(LongRunning + "-options")?.TextOf("final-state-via")) ?? "location";
            _context.Log.Add(ImportRules.LongRunning, operation.Find(LongRunning)!, via);
        }
    }

    private static ActionEffect EffectOf(string method) => method switch
    {
        "GET" or "HEAD" or "OPTIONS" or "TRACE" => ActionEffect.Read,
        "DELETE" => ActionEffect.Destructive,
        _ => ActionEffect.Write,
    };
}
