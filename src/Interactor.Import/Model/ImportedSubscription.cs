namespace Interactor.Import.Model;

/// <summary>How events arrive, and which there are.</summary>
/// <param name="Trigger">The keys of <c>trigger</c>.</param>
public sealed record ImportedSubscription(string Id, DefinitionValue.Mapping Trigger, IReadOnlyList<ImportedEvent> Events)
{
    public string Version { get; init; } = "1.0.0";

    public string? Name { get; init; }

    public string? Summary { get; init; }
}
