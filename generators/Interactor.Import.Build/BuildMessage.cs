using System.Globalization;
using Interactor.Import.Findings;

namespace Interactor.Import.Build;

/// <summary>Findings in the form that MSBuild takes for its own messages.</summary>
internal static class BuildMessage
{
    /// <summary>Nothing could be imported.</summary>
    public const string Unreadable = "INTI0001";

    /// <summary>The document is wrong somewhere, and was imported without that.</summary>
    public const string Defect = "INTI0002";

    /// <summary>The overlay is wrong.</summary>
    public const string Overlay = "INTI0003";

    /// <summary>What the item says is wrong.</summary>
    public const string Item = "INTI0005";

    /// <summary>A finding about what the item says: it can be mended in the project only.</summary>
    public static bool IsOfItem(ImportFinding finding) => finding.IsOfOption || finding.Rule.StartsWith("pattern-", StringComparison.Ordinal);

    /// <summary>The same as a message: a warning where the rest was imported.</summary>
    public static string OfItem(ImportFinding finding, BuildRequest request, bool isFatal) =>
        $"{request.Project}: {(isFatal ? "error" : "warning")} {Item}: {Path.GetFileName(request.Document)}: {finding.Message} [{finding.Rule}]";

    /// <summary>A finding at its place.</summary>
    public static string Of(ImportFinding finding, string code) => string.Create(
        CultureInfo.InvariantCulture,
        $"{finding.Location.Path}({finding.Location.Start.Line + 1},{finding.Location.Start.Column + 1}): {(code == Defect ? "warning" : "error")} {code}: {finding.Message} [{finding.Rule}]");
}
