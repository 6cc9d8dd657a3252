using Interactor.Import.Naming;
using Interactor.Import.Tests.Driver;

namespace Interactor.Import.Tests;

/// <summary>Names that are made of what documents call things.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("listPets", "list pets")]
    [InlineData("getHTTPServerIDs", "get http server ids")]
    [InlineData("snake_case-and.dots", "snake case and dots")]
    [InlineData("OAuth2Token", "oauth2 token")]
    [InlineData("ABC", "abc")]
    [InlineData("", "")]
    [InlineData("日本 v2Beta", "v2 beta")]
    public void Text_is_split_into_words(string text, string words) => Assert.Equal(words, string.Join(' ', Words.Of(text)));

    [Theory]
    [InlineData("GitHub v3 REST API", "github")]
    [InlineData("The Jira Cloud platform REST API", "jira-cloud-platform")]
    [InlineData("YouTube Data API v3", "youtube-data")]
    [InlineData("1Forge", "x-1forge")]
    [InlineData("日本", "api")]
    public void A_connector_is_named_after_its_title(string title, string id) =>
        Assert.Equal(id, ImportCase.Of($$"""{ "openapi": "3.0.0", "info": { "title": "{{title}}" }, "paths": {} }""").Connector.Id);

    [Theory]
    [InlineData("1.2.3", "1.2.3")]
    [InlineData("v2", "2.0.0")]
    [InlineData("2024-01-31", "2024.1.31")]
    [InlineData("1.2.3.4-beta", "1.2.3")]
    [InlineData("latest", "1.0.0")]
    [InlineData("007", "7.0.0")]
    public void A_version_is_three_numbers(string text, string version) =>
        Assert.Equal(version, ImportCase.Of($$"""{ "openapi": "3.0.0", "info": { "title": "t", "version": "{{text}}" }, "paths": {} }""").Connector.Version);

    [Fact]
    public void What_all_ids_begin_with_is_left_out()
    {
        ImportCase result = ImportCase.Of("""
            { "openapi": "3.0.0", "info": { "title": "Video Data" }, "paths": { "/a": { "get": { "operationId": "tube.videos.list" } }, "/b": { "get": { "operationId": "tube.search.list" } } } }
            """);
        Assert.Equal(["search.list", "videos.list"], result.Connector.Actions.Select(a => a.Id));
    }
}
