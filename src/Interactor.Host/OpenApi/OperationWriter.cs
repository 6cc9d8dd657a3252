using Interactor.Host.Access;
using Interactor.Host.Api;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Interactor.Host.OpenApi;

/// <summary>Adds to each operation what its endpoint does not say by its types: who may call it, how it is refused, and the parameters that it reads by itself.</summary>
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
                Required = parameter.IsRequired,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        operation.Security = SecurityOf(metadata, context);
        operation.Responses ??= [];
        if (!operation.Responses.ContainsKey("default") && !metadata.OfType<TextAnswer>().Any())
        {
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "Why the request is refused.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new OpenApiMediaType { Schema = await ErrorOfAsync(context, cancellationToken).ConfigureAwait(false) },
                },
            };
        }
    }

    // One schema for all of them: a client that is made of the document has one type for what is refused.
    private static async Task<IOpenApiSchema> ErrorOfAsync(OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        OpenApiDocument document = context.Document ?? throw new InvalidOperationException("An operation belongs to a document.");
        if (document.Components?.Schemas?.ContainsKey(nameof(ErrorBody)) != true)
        {
            document.AddComponent(nameof(ErrorBody), await context.GetOrCreateSchemaAsync(typeof(ErrorBody), null, cancellationToken).ConfigureAwait(false));
        }

        return new OpenApiSchemaReference(nameof(ErrorBody), document);
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
