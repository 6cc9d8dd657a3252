namespace Interactor.Host.OpenApi;

/// <summary>The body of an endpoint that reads it by itself. Routing does not look at it, so that a body may be sent under any name.</summary>
/// <param name="Type">Its type as JSON; null for bytes.</param>
/// <param name="MediaType">What it is sent as.</param>
/// <param name="Description">What it means.</param>
/// <param name="IsRequired">Whether it has to be there.</param>
internal sealed record DescribedBody(Type? Type, string MediaType, string Description, bool IsRequired)
{
    /// <summary>JSON that may be left out.</summary>
    public static DescribedBody Optional<T>(string description) => new(typeof(T), "application/json", description, IsRequired: false);

    /// <summary>A file that has to be there.</summary>
    public static DescribedBody Bytes(string mediaType, string description) => new(null, mediaType, description, IsRequired: true);
}
