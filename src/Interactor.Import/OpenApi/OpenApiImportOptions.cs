using System.Text.RegularExpressions;
using Interactor.Import.Documents;

namespace Interactor.Import.OpenApi;

/// <summary>What an import of an OpenAPI document may be told.</summary>
public sealed partial record OpenApiImportOptions
{
    /// <summary>The connector's id; made of the document's title where it is null.</summary>
    public string? Id { get; init; }

    public string Owner { get; init; } = "imported";

    /// <summary>
    /// Patterns of the operations to import: <c>*</c> stands for any characters. A pattern is compared with the action's id, the path, and
    /// each tag. All operations where there are none.
    /// </summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Patterns of the operations to leave out of those.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Schemas that no operation uses become datatypes too.</summary>
    public bool KeepUnusedSchemas { get; init; }

    /// <summary>The base URL to use in place of the document's servers.</summary>
    public string? Server { get; init; }

    /// <summary>Methods of authentication are read by somebody else: what the document says about security is left alone.</summary>
    internal bool IgnoresSecurity { get; init; }

    /// <summary>The value that a parameter always has, by its place; null for one that callers give.</summary>
    internal Func<DocumentPlace, string?>? FixedValueOf { get; init; }

    /// <summary>The form of ids of connectors and of those who publish them.</summary>
    public static bool IsId(string text) => IdForm().IsMatch(text);

    [GeneratedRegex(@"^[a-z][a-z0-9]*([.-][a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();
}
