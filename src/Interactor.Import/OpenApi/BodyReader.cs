
namespace Interactor.Import.OpenApi;

/// <summary>Reads the body of an operation of OpenAPI 3.</summary>
internal sealed class BodyReader(ImportContext context, ContentReader contents)
{
    /// <summary>Null for an operation without a body.</summary>
    public SpecBody? Read(Operation operation)
    {
        if (operation.Place.Find("requestBody") is not { } reference || context.Resolve(reference) is not { } body)
        {
            return null;
        }

        IReadOnlyList<SpecMedia> media = contents.Read(body.Find("content"));
        return media.Count == 0 ? null : new SpecBody(media, body.IsTrue("required"), body.TextOf("description"), body);
    }
}
