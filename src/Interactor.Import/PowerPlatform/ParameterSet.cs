using Interactor.Import.Documents;

namespace Interactor.Import.PowerPlatform;

/// <summary>One way to connect.</summary>
/// <param name="Name">Empty where it is the only one and has no name.</param>
/// <param name="Parameters">Each under the name of the connection parameter.</param>
internal sealed record ParameterSet(string Name, IReadOnlyList<DocumentPlace> Parameters, DocumentPlace Place)
{
    /// <summary>A parameter by its name, in any case.</summary>
    public DocumentPlace? Find(string name) => Parameters.FirstOrDefault(p => string.Equals(p.Token, name, StringComparison.OrdinalIgnoreCase));

    public DocumentPlace? OAuth => Parameters.FirstOrDefault(p => p.Find("oAuthSettings") is not null);
}
