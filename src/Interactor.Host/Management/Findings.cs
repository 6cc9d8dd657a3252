using Interactor.Compiler.Diagnostics;
using Interactor.Host.Api;
using Interactor.Runtime;
using Interactor.Testing.Loading;

namespace Interactor.Host.Management;

/// <summary>What the compiler says, as the API shows it.</summary>
internal static class Findings
{
    private const int MostInMessage = 3;

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

    /// <summary>Why a definition with errors is neither tried nor published; the findings have all of them.</summary>
    public static RefusalException Refused(DefinitionException failure)
    {
        Diagnostic[] errors = [.. failure.Diagnostics.Where(static d => d.Descriptor.Severity == DiagnosticSeverity.Error)];
        string shown = string.Join(' ', errors.Take(MostInMessage));
        return new RefusalException(new Refusal(422, $"The definition has errors: {shown}{(errors.Length > MostInMessage ? $" And {errors.Length - MostInMessage} more: see its findings." : "")}", ErrorCode.InputInvalid));
    }
}
