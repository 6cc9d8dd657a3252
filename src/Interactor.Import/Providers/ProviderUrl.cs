using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>An address of a provider.</summary>
/// <param name="Query">What stood behind its question mark.</param>
internal sealed record ProviderUrl(DefinitionText Text, DefinitionValue.Mapping Query);
