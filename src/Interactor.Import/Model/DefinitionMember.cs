namespace Interactor.Import.Model;

/// <summary>One member of a <see cref="DefinitionValue.Mapping"/>.</summary>
public sealed record DefinitionMember(string Key, DefinitionValue Value);
