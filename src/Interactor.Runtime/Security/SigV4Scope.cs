using System.Globalization;

namespace Interactor.Runtime.Security;

/// <summary>What a signature is good for: a day, a region, a service.</summary>
internal sealed class SigV4Scope(DateTime now, string region, string service)
{
    public string Time { get; } = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    public string Date => Time[..8];

    public string Region => region;

    public string Service => service;

    /// <summary>Storage wants the hash of the body as a header, and signs paths as they are: a key may hold several slashes in a row.</summary>
    public bool IsStorage => service == "s3" || service.StartsWith("s3-", StringComparison.Ordinal) || service == "s3express";

    public override string ToString() => $"{Date}/{region}/{service}/aws4_request";
}
