using Microsoft.OpenApi;

namespace Interactor.Host.OpenApi;

/// <summary>A parameter of the query that an endpoint reads by itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Type">Its type.</param>
internal sealed record DescribedParameter(string Name, string Description, JsonSchemaType Type = JsonSchemaType.String);
