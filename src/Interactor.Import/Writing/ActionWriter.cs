using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>Writes the keys of an action into the mapping that is open.</summary>
internal sealed class ActionWriter(DefinitionWriter writer, SchemaCopier schemas)
{
    public void Write(ImportedAction action)
    {
        writer.Member("version", action.Version);
        writer.Member("name", action.Name);
        writer.Member("summary", action.Summary);
        writer.Member("effect", action.Effect switch
        {
            ActionEffect.Read => "read",
            ActionEffect.Write => "write",
            _ => "destructive",
        });
        if (action.IsIdempotent is { } isIdempotent)
        {
            writer.Member("idempotent", isIdempotent);
        }

        if (action.IsDeprecated)
        {
            writer.Member("deprecated", true);
        }

        WriteSecurity(action);
        if (action.Input.Count > 0)
        {
            writer.Key("input");
            // The parameters are all that there is: a name that is none of them is a slip of the caller.
            schemas.Compose(action.Input, DefinitionValue.Mapping.Empty.With("additionalProperties", false));
        }

        writer.Key("request");
        WriteRequest(action.Request);
        WriteResponses(action.Responses);
        writer.Members(action.Settings);
    }

    private void WriteSecurity(ImportedAction action)
    {
        if (action.Methods is null && action.Scopes.Count == 0)
        {
            return;
        }

        writer.Key("security");
        writer.BeginMapping();
        if (action.Methods is not null)
        {
            writer.Key("methods");
            writer.Texts(action.Methods);
        }

        writer.Member("scopes", action.Scopes);
        writer.EndMapping();
    }

    private void WriteRequest(ImportedRequest request)
    {
        writer.BeginMapping();
        writer.Member("method", request.Method);
        writer.Member("server", request.Server);
        writer.Member("path", request.Path);
        WriteParameters("query", request.Query);
        WriteParameters("headers", request.Headers);
        WriteParameters("cookies", request.Cookies);
        if (request.Body is { } body)
        {
            WriteBody(body);
        }

        writer.EndMapping();
    }

    private void WriteParameters(string key, IReadOnlyList<ImportedParameter> parameters)
    {
        if (parameters.Count == 0)
        {
            return;
        }

        writer.Key(key);
        writer.BeginMapping();
        foreach (ImportedParameter parameter in parameters)
        {
            writer.Key(parameter.Name);
            if (parameter.IsShort)
            {
                writer.Text(parameter.Value);
                continue;
            }

            writer.BeginMapping();
            writer.Member("value", parameter.Value);
            writer.Member("style", parameter.Style);
            if (parameter.Explode is { } explode)
            {
                writer.Member("explode", explode);
            }

            if (parameter.AllowReserved)
            {
                writer.Member("allowReserved", true);
            }

            writer.EndMapping();
        }

        writer.EndMapping();
    }

    private void WriteBody(ImportedBody body)
    {
        writer.Key(body.Kind);
        writer.Value(body.Value);
        writer.Member("mediaType", body.MediaType);
        if (body.Encoding.Count == 0)
        {
            return;
        }

        writer.Key("encoding");
        writer.BeginMapping();
        foreach (ImportedEncoding encoding in body.Encoding)
        {
            writer.Key(encoding.Field);
            writer.BeginMapping();
            writer.Member("style", encoding.Style);
            if (encoding.Explode is { } explode)
            {
                writer.Member("explode", explode);
            }

            writer.Member("contentType", encoding.ContentType);
            writer.EndMapping();
        }

        writer.EndMapping();
    }

    private void WriteResponses(IReadOnlyList<ImportedResponse> responses)
    {
        if (responses.Count == 0)
        {
            return;
        }

        writer.Key("responses");
        writer.BeginMapping();
        foreach (ImportedResponse response in responses)
        {
            writer.Key(response.Status);
            writer.BeginMapping();
            if (response.MediaType is not null)
            {
                writer.Key(response.MediaType);
                schemas.Copy(response.Schema ?? ImportedSchema.Any);
            }

            writer.EndMapping();
        }

        writer.EndMapping();
    }
}
