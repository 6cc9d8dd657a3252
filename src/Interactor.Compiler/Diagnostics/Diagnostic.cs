using System.Globalization;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Compiler.Diagnostics;

/// <summary>A finding at a place in a definition.</summary>
public sealed record Diagnostic(DiagnosticDescriptor Descriptor, Location Location, EquatableArray<string> Arguments)
{
    public string Message => string.Format(CultureInfo.InvariantCulture, Descriptor.Message, [.. Arguments]);

    /// <summary>The MSBuild form: <c>connector.yaml(4,5): error INTC1001: …</c>.</summary>
    public override string ToString() =>
        $"{Location}: {Descriptor.Severity.ToString().ToLowerInvariant()} {Descriptor.Id}: {Message}";
}
