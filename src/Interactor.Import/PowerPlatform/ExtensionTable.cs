using Interactor.Compiler.Diagnostics;

namespace Interactor.Import.PowerPlatform;

/// <summary>The extensions that there are, and why some of them are left out.</summary>
internal static class ExtensionTable
{
    private const string Prefix = "x-ms-";
    private const string Designer = "it is for the designer of flows";
    private const string Assistant = "it is for assistants of the platform";
    private const string Test = "it is for tests of the platform";
    private const string Documentation = "it is for the documentation of the platform";
    private const string Generator = "it is for generators of other code";

    private static readonly Dictionary<string, string?> Extensions = new(StringComparer.Ordinal)
    {
        // These have a place in a definition.
        ["x-ms-summary"] = null,
        ["x-ms-visibility"] = null,
        ["x-ms-dynamic-values"] = null,
        ["x-ms-dynamic-list"] = null,
        ["x-ms-dynamic-tree"] = null,
        ["x-ms-dynamic-schema"] = null,
        ["x-ms-dynamic-properties"] = null,
        ["x-ms-trigger"] = null,
        ["x-ms-trigger-hint"] = null,
        ["x-ms-trigger-metadata"] = null,
        ["x-ms-notification-url"] = null,
        ["x-ms-notification-content"] = null,
        ["x-ms-pageable"] = null,
        ["x-ms-url-encoding"] = null,
        ["x-ms-skip-url-encoding"] = null,
        ["x-ms-api-annotation"] = null,
        ["x-ms-enum"] = null,
        ["x-ms-enum-values"] = null,
        ["x-ms-connector-metadata"] = null,
        ["x-ms-paths"] = null,

        // The importer of OpenAPI says what becomes of these.
        ["x-ms-long-running-operation"] = null,
        ["x-ms-long-running-operation-options"] = null,

        ["x-ms-capabilities"] = "a test of a connection has to say whose it is, and a picker of files has no place",
        ["x-ms-parameterized-host"] = "the host is the document's, or the one of a policy",
        ["x-ms-no-generic-test"] = Test,
        ["x-ms-test-value"] = Test,
        ["x-ms-examples"] = Test,
        ["x-ms-editor"] = Designer,
        ["x-ms-editor-options"] = Designer,
        ["x-ms-media-kind"] = Designer,
        ["x-ms-content-kind"] = Designer,
        ["x-ms-explicit-input"] = Designer,
        ["x-ms-navigation-property"] = Designer,
        ["x-ms-navigationProperty"] = Designer,
        ["x-ms-primary-error-message"] = Designer,
        ["x-ms-permission"] = Designer,
        ["x-ms-property-name-alias"] = Designer,
        ["x-ms-operation-context"] = Designer,
        ["x-ms-gateway-configuration"] = Designer,
        ["x-ms-openai-data"] = Assistant,
        ["x-ms-openai-manifest"] = Assistant,
        ["x-ms-openai-published-to-copilots"] = Assistant,
        ["x-ms-require-user-confirmation"] = Assistant,
        ["x-ms-safe-operation"] = Assistant,
        ["x-ms-docs"] = Documentation,
        ["x-ms-docs-operation-type"] = Documentation,
        ["x-ms-keywords"] = Documentation,
        ["x-ms-deployment-version"] = Documentation,
        ["x-ms-connector-certification"] = Documentation,
        ["x-ms-client-name"] = Generator,
        ["x-ms-client-flatten"] = Generator,
        ["x-ms-client-request-id"] = Generator,
        ["x-ms-code-generation-settings"] = Generator,
        ["x-ms-discriminator-value"] = Generator,
        ["x-ms-error-response"] = Generator,
        ["x-ms-external"] = Generator,
        ["x-ms-identifiers"] = Generator,
        ["x-ms-mutability"] = Generator,
        ["x-ms-odata"] = Generator,
        ["x-ms-parameter-grouping"] = Generator,
        ["x-ms-parameter-location"] = Generator,
        ["x-ms-request-id"] = Generator,
        ["x-ms-secret"] = Generator,
        ["x-ms-text"] = Generator,
        ["x-ms-azure-resource"] = Generator,
    };

    private static readonly Dictionary<string, string> Endings = Extensions.Keys.ToDictionary(k => k[Prefix.Length..], StringComparer.Ordinal);

    public static bool IsExtension(string key) => Normal(key).StartsWith(Prefix, StringComparison.Ordinal);

    public static bool IsKnown(string key) => Extensions.ContainsKey(key);

    /// <summary>Null for one that has a place in a definition.</summary>
    public static string? WhyDropped(string key) => Extensions.GetValueOrDefault(key);

    /// <summary>The extension that was meant; null where nothing is near.</summary>
    public static string? Meant(string key)
    {
        string normal = Normal(key);
        return Extensions.ContainsKey(normal) ? normal
            : Nearest.Find(normal[Prefix.Length..], Endings.Keys) is { } ending && Math.Abs(ending.Length + Prefix.Length - normal.Length) <= 2 ? Endings[ending]
            : null;
    }

    private static string Normal(string key) => string.Concat(key.Where(c => !char.IsWhiteSpace(c))).Replace('_', '-').ToLowerInvariant();
}
