namespace Interactor.Cli.Importing;

/// <summary>A file that an import leaves as people have made it.</summary>
/// <param name="IsDeleted">They have deleted it.</param>
/// <param name="HasNewText">Its source has changed since, and the new text is beside it, to be compared.</param>
/// <param name="IsGone">The document has no such thing any more.</param>
internal sealed record LeftFile(string Path, bool IsDeleted, bool HasNewText, bool IsGone);
