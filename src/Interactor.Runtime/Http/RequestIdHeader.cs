namespace Interactor.Runtime.Http;

/// <summary>Finds the provider's identifier of a request among the headers that providers use for it.</summary>
internal static class RequestIdHeader
{
    private static readonly string[] Names =
    [
        "x-request-id", "request-id", "x-github-request-id", "x-amzn-requestid", "x-amz-request-id", "x-ms-request-id",
        "x-goog-request-id", "x-correlation-id", "x-trace-id", "x-atlassian-request-id", "atl-traceid", "cf-ray",
    ];

    public static string? Read(ResponseHeaders headers)
    {
        foreach (string name in Names)
        {
            if (headers.TryGetValue(name, out string? value) && value.Length is > 0 and <= 200)
            {
                return value;
            }
        }

        return null;
    }
}
