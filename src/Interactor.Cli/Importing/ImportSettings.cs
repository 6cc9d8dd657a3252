namespace Interactor.Cli.Importing;

/// <summary>What every kind of import is told.</summary>
/// <param name="Report">The file for all findings, or null.</param>
/// <param name="Force">Edits of files do not count.</param>
internal sealed record ImportSettings(string Folder, string? Report, bool Force);
