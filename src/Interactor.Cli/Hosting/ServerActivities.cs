using System.Diagnostics;
using OpenTelemetry;

namespace Interactor.Cli.Hosting;

/// <summary>
/// Takes from the activities of the web server what is not known to hold nothing of a request: the host describes them itself, without paths, queries and addresses, and what else the
/// server puts there is not for a collector.
/// </summary>
internal sealed class ServerActivities : BaseProcessor<Activity>
{
    /// <summary>The name of the server's activity source.</summary>
    public const string Name = "Microsoft.AspNetCore";

    private static readonly HashSet<string> Kept = ["http.request.method", "http.route", "http.response.status_code", "error.type", "url.scheme"];

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name != Name)
        {
            return;
        }

        foreach (string attribute in data.TagObjects.Select(static tag => tag.Key).Where(static key => !Kept.Contains(key)).ToList())
        {
            data.SetTag(attribute, null);
        }
    }
}
