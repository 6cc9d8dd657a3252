using System.Globalization;
using Interactor.Runtime;

namespace Interactor.Cli.Running;

/// <summary>Says why an action failed.</summary>
internal static class ErrorReport
{
    public static void Write(TextWriter error, InteractorException e)
    {
        string status = e.Status is { } code ? $", status {code.ToString(CultureInfo.InvariantCulture)}" : "";
        string provider = e.ProviderCode is { } text ? $", {text}" : "";
        error.WriteLine($"{e.CodeText}{status}{provider}: {e.Message}");
        foreach (ErrorDetail detail in e.Details)
        {
            error.WriteLine($"  {(detail.Pointer.Length == 0 ? "(input)" : detail.Pointer)}: {detail.Message}");
        }

        if (e.RequestId is { } id)
        {
            error.WriteLine($"  The provider's id of the request: {id}");
        }
    }
}
