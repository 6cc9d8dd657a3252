using Interactor.Import.Documents;
using Interactor.Import.Findings;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.Providers;

/// <summary>Makes <c>defaults</c> of <c>proxy.retry</c>, and a note of <c>proxy.paginate</c>.</summary>
internal static class TrafficReader
{
    public static DefinitionValue.Mapping Read(ImportContext context, ProviderEntry entry)
    {
        DefinitionValue.Mapping settings = DefinitionValue.Mapping.Empty;
        if (entry.Proxy("retry") is { } retry)
        {
            settings = settings.With("defaults", DefinitionValue.Mapping.Empty.With("retry", Retry(context, retry)));
        }

        if (entry.Proxy("paginate") is { } pages)
        {
            context.Log.Add(ProviderRules.Pagination, pages);
            settings = settings.With("x-paginate", Pages(pages));
        }

        return settings;
    }

    private static DefinitionValue.Mapping Retry(ImportContext context, DocumentPlace retry)
    {
        string[] statuses = [.. retry.TextsOf("error_code").Select(s => s.Trim().ToUpperInvariant()).Where(IsStatus)];
        string? header = retry.TextsOf("after").Concat(retry.TextsOf("at")).FirstOrDefault(h => h.Length > 0 && !h.Any(char.IsWhiteSpace));
        foreach (string key in (string[])["remaining", "in_body"])
        {
            if (retry.Find(key) is { } place)
            {
                context.Log.Add(ProviderRules.Setting, place, "retry." + key, "how long to wait is read from one header");
            }
        }

        return DefinitionValue.Mapping.Empty
            .With("attempts", new DefinitionValue.Number(3))
            .With("statuses", statuses.Length == 0 ? null : DefinitionValue.Texts(statuses.Prepend("429").Distinct()))
            .With("wait", header is null ? null : DefinitionValue.Mapping.Empty.With("header", header));
    }

    private static bool IsStatus(string text) => text.Length == 3 && text[0] is >= '1' and <= '5' && (text.EndsWith("XX", StringComparison.Ordinal) || text.All(char.IsAsciiDigit));

    // There is no action to which it belongs yet; whoever writes one finds it here.
    private static DefinitionValue.Mapping Pages(DocumentPlace pages) => DefinitionValue.Mapping.Empty
        .WithText("kind", pages.TextOf("type"))
        .WithText("items", pages.TextOf("response_path"))
        .WithText("next", pages.TextOf("cursor_path_in_response") ?? pages.TextOf("link_path_in_response_body"))
        .WithText("link", pages.TextOf("link_rel_in_response_header"))
        .WithText("parameter", pages.TextOf("cursor_name_in_request") ?? pages.TextOf("offset_name_in_request"))
        .WithText("size", pages.TextOf("limit_name_in_request"));
}
