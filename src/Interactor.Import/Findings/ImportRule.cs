namespace Interactor.Import.Findings;

/// <summary>A rule of the importer that says something about a document: one entry of <see cref="ImportRules"/>.</summary>
/// <param name="Slug">A short name that never changes.</param>
/// <param name="Message">The text, with <c>{0}</c>… for the arguments.</param>
public sealed record ImportRule(FindingKind Kind, string Slug, string Message);
