namespace Interactor.Import.PowerPlatform;

/// <summary>The policy templates that there are, and why some of them are left out.</summary>
internal static class PolicyTable
{
    private const string Body = "a definition sends and returns bodies as they are";

    private static readonly Dictionary<string, string?> Templates = new(StringComparer.Ordinal)
    {
        ["setheader"] = null,
        ["setqueryparameter"] = null,
        ["routerequesttoendpoint"] = null,
        ["dynamichosturl"] = null,
        ["updatenextlink"] = null,
        ["pollingtrigger"] = null,
        ["setconnectionstatustounauthenticated"] = null,
        ["setproperty"] = Body,
        ["convertarraytoobject"] = Body,
        ["convertobjecttoarray"] = Body,
        ["stringtoarray"] = Body,
        ["stringreplace"] = Body,
        ["encodepropertyvalue"] = Body,
        ["parsejson"] = Body,
        ["setvaluefromurl"] = "an action sends one request",
        ["setstatuscode"] = "the status of a response is the provider's",
    };

    public static IEnumerable<string> Names => Templates.Keys;

    public static bool IsKnown(string template) => Templates.ContainsKey(template);

    /// <summary>Null for one that has a place in a definition.</summary>
    public static string? WhyDropped(string template) => Templates.GetValueOrDefault(template);
}
