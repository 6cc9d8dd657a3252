using Interactor.Import.Model;

namespace Interactor.Import.Providers;

/// <summary>The security method of a provider.</summary>
/// <param name="HasToken">The kind keeps a token, which it sends by itself unless <c>apply</c> says how.</param>
internal sealed record ProviderMethod(string Id, string Kind, DefinitionValue.Mapping Settings, bool HasToken = false);
