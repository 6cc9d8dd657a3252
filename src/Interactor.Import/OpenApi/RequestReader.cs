using Interactor.Compiler.Binding.Requests;
using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Makes input and request of an operation's path, parameters and body.</summary>
internal sealed class RequestReader
{
    private readonly ImportContext _context;
    private readonly ParameterFinder _finder;
    private readonly ParameterReader _parameters;
    private readonly SwaggerParameterReader _swaggerParameters;
    private readonly BodyReader _bodies;
    private readonly SwaggerBodyReader _swaggerBodies;
    private readonly BodyBuilder _builder;
    private readonly ServerReader _servers;
    private readonly SchemaFacts _facts;

    public RequestReader(ImportContext context, ServerReader servers, ContentReader contents, SchemaFacts facts)
    {
        _context = context;
        _facts = facts;
        _servers = servers;
        _finder = new ParameterFinder(context);
        _parameters = new ParameterReader(context);
        _swaggerParameters = new SwaggerParameterReader(context);
        _bodies = new BodyReader(context, contents);
        _swaggerBodies = new SwaggerBodyReader(context, contents, _swaggerParameters);
        _builder = new BodyBuilder(context, facts);
    }

    public (IReadOnlyList<ImportedProperty> Input, ImportedRequest Request) Read(Operation operation)
    {
        IReadOnlyList<DocumentPlace> places = _finder.Find(operation);
        SpecBody? body = _context.IsSwagger ? _swaggerBodies.Read(operation, places) : _bodies.Read(operation);
        List<SpecParameter> parameters = [.. places.Select(ReadParameter).OfType<SpecParameter>()];
        RequestBuilder request = new(_context, _facts, operation, parameters, hasBody: body is not null);
        request.Build();
        List<ImportedProperty> input = [.. request.Input];
        ImportedRequest built = request.Request with { Server = _servers.Of(operation) };
        if (body is not null)
        {
            (ImportedProperty property, ImportedBody sent) = _builder.Build(body);
            input.Add(property);
            built = built with { Body = sent };
        }

        return (input, built);
    }

    private SpecParameter? ReadParameter(DocumentPlace place)
    {
        string location = place.TextOf("in")?.Trim().ToLowerInvariant() ?? "";
        if (place.TextOf("name") is not { Length: > 0 } name)
        {
            _context.Log.Add(ImportRules.WrongForm, place, "The name of a parameter", "a text");
            return null;
        }

        switch (location)
        {
            case "body" or "formdata" or "form" when _context.IsSwagger:
                return null;
            case "header" when name.ToLowerInvariant() is "accept" or "content-type" or "authorization":
                _context.Log.Add(ImportRules.ParameterIgnored, place, name);
                return null;
            case "header" or "cookie" when HeaderName.Problem(name) is { } problem:
                _context.Log.Add(ImportRules.ParameterHeader, place, name, problem);
                return null;
            case "path" or "query" or "header" or "cookie":
                return _context.IsSwagger ? _swaggerParameters.Read(place, name, location) : _parameters.Read(place, name, location);
            default:
                _context.Log.Add(ImportRules.ParameterLocation, place, location);
                return null;
        }
    }
}
