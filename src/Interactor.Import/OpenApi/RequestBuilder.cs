using Interactor.Import.Findings;
using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>Builds path, query, headers and cookies of one request, and the members of the input that they take.</summary>
internal sealed class RequestBuilder(ImportContext context, SchemaFacts facts, Operation operation, List<SpecParameter> parameters, bool hasBody)
{
    private readonly List<ImportedProperty> _input = [];
    private readonly List<ImportedParameter> _query = [];
    private readonly List<ImportedParameter> _headers = [];
    private readonly List<ImportedParameter> _cookies = [];

    public IReadOnlyList<ImportedProperty> Input => _input;

    public ImportedRequest Request { get; private set; } = new(operation.Method, DefinitionText.Of("/"));

    public void Build()
    {
        PathReader paths = new(context, operation, parameters);
        paths.Declare();
        InputNames names = new(context, parameters, hasBody);
        DefinitionText path = paths.Read(names);
        HashSet<string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (SpecParameter parameter in parameters)
        {
            string name = names.Of(parameter);
            switch (parameter.In)
            {
                case "path" when !paths.IsUsed(parameter):
                    context.Log.Add(ImportRules.PathParameterUnused, parameter.Place, parameter.Name);
                    continue;
                case "header" when !headers.Add(parameter.Name):
                    context.Log.Add(ImportRules.ParameterTwice, parameter.Place, parameter.Name);
                    continue;
                case "query":
                    _query.Add(Write(parameter, name));
                    break;
                case "header":
                    _headers.Add(Write(parameter, name));
                    break;
                case "cookie":
                    _cookies.Add(Write(parameter, name));
                    break;
            }

            if (parameter.Fixed is not null)
            {
                continue;
            }

            bool isInPath = parameter.In == "path";
            _input.Add(new ImportedProperty(name, facts.ForInput(isInPath ? NeverNull(parameter.Schema) : parameter.Schema), parameter.IsRequired || isInPath)
            {
                Description = parameter.Description,
                IsDeprecated = parameter.IsDeprecated,
                Place = parameter.Place,
            });
        }

        _query.AddRange(paths.Query(_query));
        Request = new ImportedRequest(operation.Method, path) { Query = _query, Headers = _headers, Cookies = _cookies };
    }

    private ImportedParameter Write(SpecParameter parameter, string name)
    {
        if (parameter.Fixed is { } text)
        {
            return new ImportedParameter(parameter.Name, DefinitionText.Of(text));
        }

        ExpressionText value = ExpressionText.Input(name);
        if (parameter.IsJson)
        {
            ExpressionText json = ExpressionText.Call("json", value);
            value = parameter.IsRequired ? json : value.IsEqualTo(ExpressionText.Null).Choose(ExpressionText.Null, json);
        }

        ImportedParameter written = new(parameter.Name, DefinitionText.Of(value)) { AllowReserved = parameter.AllowReserved && parameter.In == "query" };
        return parameter.IsJson || facts.IsScalar(parameter.Schema) ? written : WithStyle(written, parameter);
    }

    private ImportedParameter WithStyle(ImportedParameter written, SpecParameter parameter)
    {
        if (parameter.In != "query")
        {
            string own = parameter.In == "cookie" ? "form" : "simple";
            ReportStyle(parameter, own, parameter.Style is null || parameter.Style == own);
            return written with { Explode = parameter.Explode == true && parameter.In == "header" ? true : null };
        }

        string style = parameter.Style?.Trim() ?? "form";
        bool isKnown = style is "form" or "spaceDelimited" or "pipeDelimited" or "deepObject";
        ReportStyle(parameter, "form", isKnown);
        style = isKnown ? style : "form";
        bool explodes = style is "form" or "deepObject";
        return written with
        {
            Style = style == "form" ? null : style,
            Explode = parameter.Explode is { } explode && explode != explodes && style != "deepObject" ? explode : null,
        };
    }

    private void ReportStyle(SpecParameter parameter, string used, bool isKnown)
    {
        if (!isKnown)
        {
            context.Log.Add(ImportRules.ParameterStyle, parameter.Place, parameter.Style ?? "", parameter.Name, used);
        }
    }

    // A part of a path is always there, whatever its schema says.
    private ImportedSchema NeverNull(ImportedSchema schema)
    {
        if (schema is not ImportedSchema.Copied copied || facts.PlaceOf(schema) is not { } place || !facts.AllowsNull(place))
        {
            return schema;
        }

        return place.Node == copied.Place.Node
            ? copied with { IsNeverNull = true }
            : new ImportedSchema.Copied(place) { IsNeverNull = true };
    }
}
