using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>Reads the responses of operations of OpenAPI 3 and of Swagger 2.0.</summary>
internal sealed class ResponseReader(ImportContext context, ContentReader contents)
{
    public IEnumerable<SpecResponse> Read(Operation operation)
    {
        foreach (DocumentPlace member in operation.Place.Find("responses")?.Members ?? [])
        {
            if (member.Token.StartsWith("x-", StringComparison.OrdinalIgnoreCase) || !member.IsMapping || context.Resolve(member) is not { } response)
            {
                continue;
            }

            if (response.Find("headers") is not null)
            {
                context.Log.Add(ImportRules.ResponseHeaders, response);
            }

            if (response.Find("links") is { } links)
            {
                context.Log.Add(ImportRules.Links, links);
            }

            yield return new SpecResponse(
                member.Token.Trim(), context.IsSwagger ? OfSwagger(operation, response) : contents.Read(response.Find("content")), response);
        }
    }

    private List<SpecMedia> OfSwagger(Operation operation, DocumentPlace response)
    {
        if (response.Find("schema") is not { } schema)
        {
            return [];
        }

        IEnumerable<string> produces = operation.Place.Find("produces") is not null ? operation.Place.TextsOf("produces") : context.Top.TextsOf("produces");
        List<string> types = [.. produces.Select(t => contents.NameOf(t, operation.Place))];
        bool isFile = schema.TextOf("type") == "file";
        if (isFile)
        {
            types.RemoveAll(t => MediaTypes.KindOf(t) is MediaKind.Json or MediaKind.Any);
        }

        if (types.Count == 0)
        {
            types.Add(isFile ? MediaTypes.Bytes : MediaTypes.Json);
        }

        return [.. types.Select(t => new SpecMedia(t, new Model.ImportedSchema.Copied(schema), response, []))];
    }
}
