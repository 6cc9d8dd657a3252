using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Interactor.Runtime;
using Interactor.Runtime.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Interactor.Host.Api;

/// <summary>The body of a request, which matched the schema of its type. What does not is refused with every finding and its place.</summary>
internal sealed class Given<T>(T value) : IEndpointParameterMetadataProvider
    where T : class
{
    private static readonly JsonTypeInfo<T> Type = (JsonTypeInfo<T>)(ApiJson.Plain.GetTypeInfo(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not part of {nameof(ApiJson)}."));
    private static readonly byte[] SchemaText = Encoding.UTF8.GetBytes(Type.GetJsonSchemaAsNode().ToJsonString());
    private static readonly JsonSchema Schema = new(static () => SchemaText);

    /// <summary>What was sent.</summary>
    public T Value { get; } = value;

    /// <summary>Reads the body.</summary>
    /// <exception cref="RefusalException">It is not JSON, or not of the type.</exception>
    public static async ValueTask<Given<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        // A form of another site cannot send this media type without being asked first (Fetch, "CORS-safelisted request-header").
        if (!context.Request.HasJsonContentType())
        {
            throw new RefusalException(new Refusal(415, "The body is not sent as application/json.", ErrorCode.InputInvalid));
        }

        ReadOnlyMemory<byte> body = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
        if (Schema.Validate(body.Span) is { Count: > 0 } findings)
        {
            throw new RefusalException(Refusal.Invalid("The body is not valid.") with { Details = findings });
        }

        if (NulText.PointerIn(body) is { } pointer)
        {
            throw RefusalException.At(pointer, "has the character U+0000, which no text of the host may have");
        }

        try
        {
            return new Given<T>(JsonSerializer.Deserialize(body.Span, Type) ?? throw RefusalException.At("", "must be an object"));
        }
        catch (JsonException e) when (e.InnerException is InvalidOperationException)
        {
            throw RefusalException.At("", $"has a text at {e.Path} that is none: half of a surrogate pair (RFC 8259, section 8.2)");
        }
        catch (JsonException)
        {
            // The schema has no word for a member that is there twice.
            throw RefusalException.At("", "has a member more than once");
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
