using Interactor.Testing.Examples;

namespace Interactor.Testing.Tests.Examples;

public sealed class ConnectorExampleTests
{
    private static readonly IReadOnlyList<ConnectorExample> All = ConnectorExamples.Discover(Fixture.Folder);

    public static TheoryData<string> Names => [.. All.Select(e => e.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Examples_of_the_fixtures_pass(string name)
    {
        ExampleResult result = await All.Single(e => e.ToString() == name).RunAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(result.Failures.Any(f => f.Contains("Node.js", StringComparison.Ordinal) || f.Contains("without its engine", StringComparison.Ordinal)), "skipped: not found: Node.js or the engine");
        Assert.True(result.Passed, string.Join('\n', result.Failures));
        Assert.True(result.Duration < TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("weather", "path: /forecasts/New York,", "path: /forecasts/York,", "a city by its name", "request 1 (GET https://api.weather.example/forecasts/New%20York?days=3): path: expected /forecasts/York, got /forecasts/New%20York")]
    [InlineData("weather", "method: GET,", "method: POST,", "a city by its name", "method: expected POST, got GET")]
    [InlineData("weather", "query: { days: 3 }", "query: { days: 4 }", "a city by its name", "query days: expected 4, got 3")]
    [InlineData("weather", "query: { days: 3 }", "query: { page: 1 }", "a city by its name", "query page: expected 1, but it is not there (there is days)")]
    [InlineData("weather", "X-Api-Key: secret-1 }", "X-Api-Key: other }", "a city by its name", "header X-Api-Key: expected other, got secret-1")]
    [InlineData("weather", "output: { city: New York,", "output: { city: Paris,", "a city by its name", "output /city: expected \"Paris\", got \"New York\"")]
    [InlineData("weather", "message: No such city, status", "message: Gone, status", "an unknown city", "error message: expected Gone, got No such city")]
    [InlineData("weather", "code: not_found, message: No such city, status", "code: conflict, status", "an unknown city", "error code: expected conflict, got not_found (No such city)")]
    [InlineData("weather", "status: 404 }\n  - name: too", "status: 410 }\n  - name: too", "an unknown city", "error status: expected 410, got 404")]
    [InlineData("weather", "pointer: /days", "pointer: /city", "too many days", "error pointer: expected /city, got /days")]
    [InlineData("weather", "days: 15", "days: 14", "too many days", "an unexpected request: GET https://api.weather.example/forecasts/Oslo?days=14 (the test expects no request)")]
    [InlineData("notes", "expect: { json: { text: hello,", "expect: { json: { text: bye,", "a failed attempt is repeated with the same key", "json /text: expected \"bye\", got \"hello\"")]
    [InlineData("notes", "respond: { status: 503 }", "respond: { json: { id: n1 } }", "a failed attempt is repeated with the same key", "the request was not made")]
    [InlineData("ledger", "form: { amount: \"5\" }", "form: { amount: \"6\" }", "a form", "form amount: expected 6, got 5")]
    [InlineData("ledger", "output: null", "output: {}", "a form", "output expected {}, got null")]
    [InlineData("forum", "refresh_token: r1, client_id", "refresh_token: r2, client_id", "an expired token is refreshed once and the call replayed", "form refresh_token: expected r2, got r1")]
    [InlineData("archive", "path: /documents/b", "path: /documents/c", "two documents", "request 3")]
    [InlineData("printing", "      - { books: [Trees, Leaves] }\n", "      - { books: [Trees, Roots] }\n", "all books", "page 1 /books/1: expected \"Roots\", got \"Leaves\"")]
    [InlineData("printing", "      - { books: [] }\n", "", "all books", "pages: expected 1, got 2")]
    [InlineData("printing", "code: transient, status: 503", "code: conflict", "books until the press breaks down", "error code: expected conflict, got transient")]
    [InlineData("printing", "respond: { status: 503 }", "respond: { json: { books: [] } }", "books until the press breaks down", "error: expected transient after page 1, but the pages ended without one")]
    [InlineData("warehouse", "<w:weight>2.5<", "<w:weight>3<", "a parcel goes to its shelf", "xml /parcel/weight: expected '3', got '2.5'")]
    [InlineData("warehouse", "id=\"p1\"", "id=\"p1\" kind=\"x\"", "a parcel goes to its shelf", "xml /parcel/@kind: expected 'x', but it is not there")]
    [InlineData("warehouse", "<w:label>blue</w:label>", "", "a parcel goes to its shelf", "xml /parcel: expected 2 elements, got 3: weight, label, label")]
    [InlineData("warehouse", "xmlns:w=\"urn:warehouse\"", "xmlns:w=\"urn:shop\"", "a parcel goes to its shelf", "xml /parcel: expected the element 'parcel' of 'urn:shop', got 'parcel' of 'urn:warehouse'")]
    public async Task Differences_are_told_with_their_place(string connector, string find, string replacement, string test, string failure)
    {
        using TemporaryFolder temporary = new();
        string folder = Fixture.Changed(temporary, connector, find, replacement);
        ConnectorExample example = ConnectorExamples.Discover(folder, TestContext.Current.CancellationToken).Single(e => e.Name == test);
        ExampleResult result = await example.RunAsync(TestContext.Current.CancellationToken);
        Assert.False(result.Passed);
        Assert.Contains(result.Failures, f => f.Contains(failure, StringComparison.Ordinal));
        Assert.Matches(@"connector\.yaml\(\d+,\d+\)", result.Place);
    }

    [Fact]
    public async Task A_definition_with_errors_is_a_test_that_fails()
    {
        using TemporaryFolder temporary = new();
        string folder = Fixture.Changed(temporary, "weather", "effect: read", "effect: reed");
        ConnectorExample example = Assert.Single(ConnectorExamples.Discover(folder, TestContext.Current.CancellationToken));
        ExampleResult result = await example.RunAsync(TestContext.Current.CancellationToken);
        Assert.Contains("reed", Assert.Single(result.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_throws()
    {
        ConnectorExample example = ConnectorExamples.Discover(Fixture.PathOf("weather"), TestContext.Current.CancellationToken)[0];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => example.RunAsync(new CancellationToken(canceled: true)));
    }
}
