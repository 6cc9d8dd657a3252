using System.Text.Json.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Interactor.Host.OpenApi;

/// <summary>Members that are left out of answers where they say nothing are not required, although the constructor takes them.</summary>
internal sealed class OptionalMembers : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Required?.ExceptWith(context.JsonTypeInfo.Properties
            .Where(static property => property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: false) == true)
            .Select(static property => property.Name));
        return Task.CompletedTask;
    }
}
