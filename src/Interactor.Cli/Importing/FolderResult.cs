using Interactor.Import.Owning;

namespace Interactor.Cli.Importing;

/// <summary>What writing a folder did.</summary>
/// <param name="Changes">What is different in the source since the last import; null for the first one.</param>
internal sealed record FolderResult(FolderPlan Plan, ContentChanges? Changes);
