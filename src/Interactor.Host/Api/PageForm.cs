using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Interactor.Host.Api;

/// <summary>Reads what a page of the host sends: a few fields, of which a key in PEM is the longest.</summary>
internal static class PageForm
{
    private const string MediaType = "application/x-www-form-urlencoded";
    private const int MostBytes = 256 * 1024;
    private const int MostFields = 200;

    /// <summary>Has the server refuse bodies that are longer than those of a page.</summary>
    public static TBuilder TakesPageForm<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Limit());

    /// <summary>The fields; null where something else was sent.</summary>
    /// <exception cref="RefusalException">They cannot be read, or the host holds too many bodies already.</exception>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentType?.Split(';')[0].Trim().Equals(MediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        // Whoever sends it need not be anybody, and says how long it is or does not: it counts as the longest.
        RequestBody.Hold(context).Reach(Math.Min(context.Request.ContentLength ?? MostBytes, MostBytes));
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, new FormOptions { ValueCountLimit = MostFields, ValueLengthLimit = MostBytes, BufferBodyLengthLimit = MostBytes }));
        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw new RefusalException(Refusal.Invalid("The form cannot be read: it has too many fields, or too long ones."));
        }

        return form.All(static field => !field.Key.Contains('\0', StringComparison.Ordinal) && field.Value.All(static value => value?.Contains('\0', StringComparison.Ordinal) != true))
            ? form
            : throw new RefusalException(Refusal.Invalid("A field of the form has the character U+0000 in it, which no text of the host may have."));
    }

    private sealed class Limit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
