using System.Globalization;
using Interactor.Compiler.Diagnostics;

namespace Interactor.Host.Api;

/// <summary>What the compiler says, as the API shows it.</summary>
internal static class Findings
{
    public static IReadOnlyList<FindingBody> Of(IEnumerable<Diagnostic> diagnostics) =>
    [
        .. diagnostics.Select(static d => new FindingBody(
            d.Descriptor.Id,
            d.Descriptor.Severity.ToString().ToLowerInvariant(),
            d.Message,
            d.Location.Path,
            d.Location.Start.Line + 1,
            d.Location.Start.Column + 1,
            d.Location.End.Line + 1,
            d.Location.End.Column + 1,
            d.Descriptor.HelpLink)),
    ];

    public static FindingsBody Body(IReadOnlyList<Diagnostic> diagnostics, string requestId)
    {
        int errors = diagnostics.Count(static d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        return new FindingsBody(
            string.Create(CultureInfo.InvariantCulture, $"The definition has {errors} {(errors == 1 ? "error" : "errors")}."), "input_invalid", Of(diagnostics), requestId);
    }
}
