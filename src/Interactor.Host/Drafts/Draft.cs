namespace Interactor.Host.Drafts;

/// <summary>A definition that is being written.</summary>
/// <param name="Owner">Who will publish it.</param>
/// <param name="Connector">The connector's id.</param>
/// <param name="Revision">Counts its changes; a change names the one that it was made from.</param>
/// <param name="UpdatedAt">When it was changed last.</param>
/// <param name="Files">The contents of its files by path.</param>
internal sealed record Draft(string Owner, string Connector, long Revision, DateTimeOffset UpdatedAt, IReadOnlyDictionary<string, string> Files);
