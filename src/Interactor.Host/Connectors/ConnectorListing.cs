namespace Interactor.Host.Connectors;

/// <summary>What a definition says for catalogues.</summary>
/// <param name="Categories">Ids to find it by.</param>
/// <param name="Visibility"><c>private</c> or <c>public</c>.</param>
/// <param name="Guide">The text of its guide, in Markdown; null for none.</param>
internal sealed record ConnectorListing(IReadOnlyList<string> Categories, string Visibility, string? Guide)
{
    /// <summary>What holds where a definition says nothing.</summary>
    public static ConnectorListing None { get; } = new([], Connectors.Visibility.Private, null);
}
