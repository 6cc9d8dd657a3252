using Interactor.Import.Documents;

namespace Interactor.Import.PowerPlatform;

/// <summary>An instance of a policy template.</summary>
internal sealed class Policy(DocumentPlace place)
{
    private const string Prefix = "x-ms-apimTemplateParameter.";
    private const string OperationsKey = "x-ms-apimTemplate-operationName";
    private const string SectionKey = "x-ms-apimTemplate-policySection";

    public DocumentPlace Place => place;

    /// <summary>The template's name as it is written.</summary>
    public string Name { get; } = place.TextOf("templateId")?.Trim() ?? "";

    /// <summary>The template's name in lower case.</summary>
    public string Template => Name.ToLowerInvariant();

    /// <summary>The operations that it works for; none for all.</summary>
    public IReadOnlyList<string> Operations { get; } = [.. place.Find("parameters")?.TextsOf(OperationsKey).Where(o => o.Length > 0).Distinct() ?? []];

    public bool IsOfResponse { get; } = string.Equals(place.Find("parameters")?.TextOf(SectionKey), "response", StringComparison.OrdinalIgnoreCase);

    public string? this[string parameter] => place.Find("parameters")?.TextOf(Prefix + parameter);
}
