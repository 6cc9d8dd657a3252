using System.Text.RegularExpressions;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Entries of <c>egress</c>: a host, or <c>*.</c> and the hosts below it.</summary>
internal static class EgressHost
{
    private static readonly Regex Form = new(
        @"^(\*\.)?([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z",
        RegexOptions.CultureInvariant);

    // A wildcard over a whole top-level domain would allow every host below it.
    public static bool IsValid(string host) => Form.IsMatch(host) && (!host.StartsWith("*.", StringComparison.Ordinal) || host.IndexOf('.', 2) > 0);

    public static bool Allows(IEnumerable<string> egress, string host) => egress.Any(e =>
        e.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(e.Substring(1), StringComparison.OrdinalIgnoreCase)
            : string.Equals(e, host, StringComparison.OrdinalIgnoreCase));
}
