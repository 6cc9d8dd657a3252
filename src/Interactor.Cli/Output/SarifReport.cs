using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Text;

namespace Interactor.Cli.Output;

/// <summary>Findings as a SARIF 2.1.0 log (OASIS), which code hosts and editors show.</summary>
internal static class SarifReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Of(IReadOnlyList<Diagnostic> findings)
    {
        DiagnosticDescriptor[] rules = [.. findings.Select(f => f.Descriptor).DistinctBy(d => d.Id).OrderBy(d => d.Id, StringComparer.Ordinal)];
        JsonObject log = new()
        {
            ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject { ["driver"] = Driver(rules) },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. findings.Select(f => Result(f, Array.FindIndex(rules, r => r.Id == f.Descriptor.Id)))]),
            }),
        };
        return log.ToJsonString(Options);
    }

    private static JsonObject Driver(DiagnosticDescriptor[] rules) => new()
    {
        ["name"] = CommandPath.Tool,
        ["version"] = ToolVersion.Text,
        ["informationUri"] = "https://github.com/interactor/interactor-compiler",
        ["rules"] = new JsonArray([.. rules.Select(Rule)]),
    };

    private static JsonObject Rule(DiagnosticDescriptor rule) => new()
    {
        ["id"] = rule.Id,
        ["shortDescription"] = new JsonObject { ["text"] = rule.Title },
        ["helpUri"] = rule.HelpLink,
        ["defaultConfiguration"] = new JsonObject { ["level"] = LevelOf(rule) },
    };

    private static JsonObject Result(Diagnostic finding, int rule) => new()
    {
        ["ruleId"] = finding.Descriptor.Id,
        ["ruleIndex"] = rule,
        ["level"] = LevelOf(finding.Descriptor),
        ["message"] = new JsonObject { ["text"] = finding.Message },
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = UriOf(finding.Location.Path) },
                ["region"] = Region(finding.Location),
            },
        }),
    };

    // Lines and columns count from 1, and the end column is the one after the last character.
    private static JsonObject Region(Location location) => new()
    {
        ["startLine"] = location.Start.Line + 1,
        ["startColumn"] = location.Start.Column + 1,
        ["endLine"] = location.End.Line + 1,
        ["endColumn"] = location.End.Column + 1,
    };

    private static string UriOf(string path) => Path.IsPathRooted(path)
        ? new Uri(Path.GetFullPath(path)).AbsoluteUri
        : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string LevelOf(DiagnosticDescriptor rule) => rule.Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };
}
