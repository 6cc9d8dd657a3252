namespace Interactor.Import.Model;

/// <summary>A method of authentication.</summary>
/// <param name="Kind">A kind of the language: <c>apiKey</c>, <c>oauth2.code</c>…</param>
/// <param name="Settings">The keys of the kind and those of every kind, as the definition writes them.</param>
public sealed record ImportedSecurityMethod(string Id, string Kind, DefinitionValue.Mapping Settings);
