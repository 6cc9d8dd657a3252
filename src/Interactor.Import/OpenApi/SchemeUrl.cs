using Interactor.Import.Model;

namespace Interactor.Import.OpenApi;

/// <summary>An endpoint of OAuth.</summary>
/// <param name="Parameters">What stood in its query.</param>
internal sealed record SchemeUrl(DefinitionText Url, DefinitionValue.Mapping Parameters);
