using System.Collections.Frozen;
using System.Globalization;

namespace Interactor.Runtime.Execution;

/// <summary>Finds an action by its id and, where that matters, its major version.</summary>
internal sealed class ActionCatalogue
{
    private readonly string _connector;
    private readonly FrozenDictionary<string, ActionDescriptor[]> _byId;

    public ActionCatalogue(ConnectorDescriptor connector)
    {
        _connector = connector.Address;
        _byId = connector.Actions
            .GroupBy(static action => action.Id, StringComparer.Ordinal)
            .ToFrozenDictionary(
                static group => group.Key,
                static group => group.OrderByDescending(static action => NumbersOf(action.Version)).ToArray(),
                StringComparer.Ordinal);
    }

    /// <summary>The newest version of an action, or the newest of the major that <paramref name="version"/> begins with.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.NotFound"/>: there is no such action or no such version of it.</exception>
    public ActionDescriptor Find(string id, string? version)
    {
        if (!_byId.TryGetValue(id, out ActionDescriptor[]? versions))
        {
            throw new InteractorException(ErrorCode.NotFound, $"The connector has no action '{id}'.") { Connector = _connector };
        }

        if (string.IsNullOrEmpty(version))
        {
            return versions[0];
        }

        int major = MajorOf(version);
        return Array.Find(versions, action => MajorOf(action.Version) == major)
            ?? throw new InteractorException(ErrorCode.NotFound, $"The action '{id}' has no version '{version}'.") { Connector = _connector, Action = id };
    }

    private static int MajorOf(string version) =>
        int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int major) ? major : -1;

    private static (int Major, int Minor, int Patch) NumbersOf(string version)
    {
        string[] parts = version.Split('-', '+')[0].Split('.');
        return (NumberAt(parts, 0), NumberAt(parts, 1), NumberAt(parts, 2));
    }

    private static int NumberAt(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index], NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
