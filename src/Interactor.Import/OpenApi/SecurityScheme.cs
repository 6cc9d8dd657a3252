using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>A security scheme of a document, as a kind of credential that the language has.</summary>
/// <param name="Name">Its key in the document.</param>
internal sealed record SecurityScheme(string Name, SchemeKind Kind, DocumentPlace Place)
{
    public string? Description => Place.TextOf("description");

    /// <summary>Of an API key: <c>header</c>, <c>query</c> or <c>cookie</c>.</summary>
    public string In { get; init; } = "header";

    /// <summary>Of an API key.</summary>
    public string Parameter { get; init; } = "";

    public SchemeUrl? Authorize { get; init; }

    public SchemeUrl? Token { get; init; }

    public SchemeUrl? Refresh { get; init; }

    /// <summary>The part of a request that it fills; two schemes cannot fill the same one.</summary>
    public string Slot => Kind switch
    {
        SchemeKind.None => "",
        SchemeKind.ApiKey => In + ":" + (In == "query" ? Parameter : Parameter.ToLowerInvariant()),
        _ => "header:authorization",
    };
}
