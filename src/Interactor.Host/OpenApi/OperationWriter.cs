using System.Text.Json.Nodes;
using Interactor.Host.Access;
using Interactor.Host.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Interactor.Host.OpenApi;

/// <summary>Adds to each operation what its endpoint does not say by its types: who may call it, how it is refused, and what it reads and writes by itself.</summary>
internal sealed class OperationWriter : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (DescribedParameter parameter in metadata.OfType<DescribedParameter>())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = parameter.Name,
                In = ParameterLocation.Query,
                Description = parameter.Description,
                Schema = new OpenApiSchema { Type = parameter.Type },
            });
        }

        if (metadata.OfType<DescribedBody>().FirstOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Description = body.Description,
                Required = body.IsRequired,
                Content = ContentOf(body.MediaType, body.Type is { } type ? await ReferenceToAsync(type, context, cancellationToken).ConfigureAwait(false) : Bytes()),
            };
        }

        if (metadata.OfType<BytesAnswer>().FirstOrDefault() is { } answer)
        {
            operation.Responses ??= [];
            operation.Responses["200"] = new OpenApiResponse { Description = "OK", Content = ContentOf(answer.MediaType, Bytes()) };
        }

        operation.Security = SecurityOf(metadata, context);
        operation.Responses ??= [];
        if (!operation.Responses.ContainsKey("default") && !metadata.OfType<TextAnswer>().Any())
        {
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "Why the request is refused.",
                Content = ContentOf("application/json", await ReferenceToAsync(typeof(ErrorBody), context, cancellationToken).ConfigureAwait(false)),
            };
        }
    }

    private static Dictionary<string, OpenApiMediaType> ContentOf(string mediaType, IOpenApiSchema schema) => new() { [mediaType] = new OpenApiMediaType { Schema = schema } };

    private static OpenApiSchema Bytes() => new() { Type = JsonSchemaType.String, Format = "binary" };

    // One schema for each type: a client that is made of the document has one type for what is refused.
    private static async Task<IOpenApiSchema> ReferenceToAsync(Type type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (type == typeof(JsonObject))
        {
            return new OpenApiSchema { Type = JsonSchemaType.Object };
        }

        OpenApiDocument document = context.Document ?? throw new InvalidOperationException("An operation belongs to a document.");
        if (document.Components?.Schemas?.ContainsKey(type.Name) != true)
        {
            document.AddComponent(type.Name, await context.GetOrCreateSchemaAsync(type, null, cancellationToken).ConfigureAwait(false));
        }

        return new OpenApiSchemaReference(type.Name, document);
    }

    private static List<OpenApiSecurityRequirement> SecurityOf(IList<object> metadata, OpenApiOperationTransformerContext context)
    {
        bool takesKey = metadata.OfType<KeyOnly>().Any();
        List<OpenApiSecurityRequirement> ways = [];
        AccessRule? rule = metadata.OfType<AccessRule>().FirstOrDefault();
        if (takesKey || rule?.TakesKey == true)
        {
            ways.Add(Requirement(context, SecuritySchemes.Key));
        }

        if (rule is not null)
        {
            ways.Add(context.Description.HttpMethod is "GET" or "HEAD" ? Requirement(context, SecuritySchemes.Session) : Requirement(context, SecuritySchemes.Session, SecuritySchemes.Token));
        }

        return ways;
    }

    private static OpenApiSecurityRequirement Requirement(OpenApiOperationTransformerContext context, params IEnumerable<string> schemes)
    {
        OpenApiSecurityRequirement requirement = [];
        foreach (string scheme in schemes)
        {
            requirement[new OpenApiSecuritySchemeReference(scheme, context.Document)] = [];
        }

        return requirement;
    }
}
