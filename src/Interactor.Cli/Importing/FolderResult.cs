using Interactor.Import.Model;
using Interactor.Import.Owning;

namespace Interactor.Cli.Importing;

/// <summary>What writing a folder did.</summary>
/// <param name="Left">What people did to the files that stay as they are.</param>
/// <param name="Changes">What is different in the source since the last import; null for the first one.</param>
internal sealed record FolderResult(string Folder, ImportedConnector Connector, FolderPlan Plan, IReadOnlyList<LeftFile> Left, ContentChanges? Changes);
