using Interactor.Import.Documents;
using Interactor.Import.Findings;

namespace Interactor.Import.OpenApi;

/// <summary>Tells which specification a document follows.</summary>
internal static class SpecVersionReader
{
    /// <summary>Null, and reported, for anything that is not one of them.</summary>
    public static SpecVersion? Read(DocumentPlace top, FindingLog log)
    {
        if (top.TextOf("swagger") is { } swagger)
        {
            return swagger.Trim() is "2.0" or "2" ? SpecVersion.Swagger20 : Unknown(top.Find("swagger")!, "Swagger " + swagger, log);
        }

        if (top.TextOf("openapi") is not { } openapi)
        {
            log.Add(ImportRules.NotOpenApi, top);
            return null;
        }

        string[] parts = openapi.Trim().Split('.');
        switch (parts[0], parts.Length > 1 ? parts[1] : "0")
        {
            case ("3", "0"):
                return SpecVersion.OpenApi30;
            case ("3", "1"):
                return SpecVersion.OpenApi31;
            case ("3", "2"):
                log.Add(ImportRules.ReadAs31, top.Find("openapi")!);
                return SpecVersion.OpenApi31;
            default:
                return Unknown(top.Find("openapi")!, "OpenAPI " + openapi, log);
        }
    }

    private static SpecVersion? Unknown(DocumentPlace place, string version, FindingLog log)
    {
        log.Add(ImportRules.UnknownVersion, place, version);
        return null;
    }
}
