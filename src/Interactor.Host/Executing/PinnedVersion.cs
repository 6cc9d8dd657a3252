using System.Text.RegularExpressions;
using Interactor.Host.Api;
using Microsoft.AspNetCore.Http;

namespace Interactor.Host.Executing;

/// <summary>The version of an action that a caller pins: one to three numbers, such as <c>1</c> or <c>1.4.2</c>.</summary>
internal static partial class PinnedVersion
{
    /// <summary>The version in a query; null where it has none.</summary>
    public static (string? Version, Refusal? Refusal) Of(IQueryCollection query)
    {
        string? text = query["version"];
        return string.IsNullOrEmpty(text) ? (null, null)
            : Numbers().IsMatch(text) ? (text, null)
            : (null, Refusal.Invalid("The parameter 'version' is one to three numbers with dots between them, such as 1 or 1.4.2."));
    }

    [GeneratedRegex(@"\A[0-9]{1,9}(\.[0-9]{1,9}){0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
