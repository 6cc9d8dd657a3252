namespace Interactor.Import.Model;

/// <summary>One kind of event of a subscription.</summary>
/// <param name="Data">Null for any value.</param>
public sealed record ImportedEvent(string Name, ImportedSchema? Data)
{
    public string? Summary { get; init; }

    /// <summary>Further keys, such as <c>route</c> and <c>key</c>.</summary>
    public DefinitionValue.Mapping Settings { get; init; } = DefinitionValue.Mapping.Empty;
}
