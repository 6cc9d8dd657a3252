using Interactor.Import.Documents;

namespace Interactor.Import.PowerPlatform;

/// <summary>What apiProperties.json says, and whether there is a script.</summary>
/// <param name="place">The key <c>properties</c> of the file.</param>
internal sealed class ApiProperties(DocumentPlace? place, string? script)
{
    public DocumentPlace? Place => place;

    /// <summary>The path of the script.</summary>
    public string? Script => script;

    /// <summary>What a connection needs is said here, not in the definition.</summary>
    public bool HasConnectionParameters => Sets.Any(s => s.Parameters.Count > 0);

    /// <summary>The ways to connect: those of connectionParameterSets, else the one of connectionParameters.</summary>
    public IReadOnlyList<ParameterSet> Sets { get; } = ReadSets(place);

    public IEnumerable<DocumentPlace> Policies => place?.Find("policyTemplateInstances")?.Items.Where(i => i.IsMapping) ?? [];

    /// <summary>The operations whose answers a script makes; none where it makes all.</summary>
    public IReadOnlyList<DocumentPlace> ScriptOperations => [.. place?.Find("scriptOperations")?.Items ?? []];

    private static IReadOnlyList<ParameterSet> ReadSets(DocumentPlace? place)
    {
        List<ParameterSet> sets = [];
        foreach (DocumentPlace value in place?.Find("connectionParameterSets")?.Find("values")?.Items ?? [])
        {
            if (value.Find("parameters") is { IsMapping: true } parameters)
            {
                sets.Add(new ParameterSet(value.TextOf("name") ?? "connection", [.. parameters.Members.Where(m => m.IsMapping)], value));
            }
        }

        if (sets.Count == 0 && place?.Find("connectionParameters") is { IsMapping: true } single)
        {
            sets.Add(new ParameterSet("", [.. single.Members.Where(m => m.IsMapping)], single));
        }

        return sets;
    }
}
