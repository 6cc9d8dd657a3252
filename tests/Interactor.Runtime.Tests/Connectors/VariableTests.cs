using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Connectors;

public sealed class VariableTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_come_from_account_then_options_then_default()
    {
        Connection connection = new() { Method = "key", Variables = new Dictionary<string, string> { ["api_key"] = "of the account", ["region"] = "of an app variable" }, Facts = new Dictionary<string, string> { ["cloudId"] = "c-1" } };
        string read = await ReadAsync(connection, static context =>
            $"{context.Variables.Text("api_key")}|{context.Variables.Text("region")}|{context.Variables.Text("client_id")}|{context.Account.Text("cloudId")}|{context.Account.TextOrNull("none")}|{context.Variables.Integer("limit")}");
        Assert.Equal("of the account|eu|the client|c-1||12", read);
    }

    [Fact]
    public async Task A_missing_value_is_named_and_its_code_says_whose_it_is()
    {
        ConnectorOptions options = TestConnector.Options(new FakeProvider(static _ => FakeProvider.Status(200)));
        options.Values.Clear();
        ActionExecutor executor = new(TestConnector.Make(), options);
        InteractorException credential = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Get(static (_, _, context) => context.Variables.Text("api_key"), []), JsonValue.Null, cancellationToken: Token));
        InteractorException other = await Assert.ThrowsAsync<InteractorException>(() => executor.ExecuteAsync(TestActions.Get(static (_, _, context) => context.Variables.Integer("limit"), []), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.AuthDenied, credential.Code);
        Assert.Contains("'api_key'", credential.Message, StringComparison.Ordinal);
        Assert.Equal(ErrorCode.InputInvalid, other.Code);
        Assert.Contains("'limit'", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_another_type_is_named_but_not_shown()
    {
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => ReadAsync(null, static context => context.Variables.Integer("client_id").ToString()));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.DoesNotContain("the client", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_outside_of_the_choice_is_named_and_nothing_is_sent()
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        ConnectorOptions options = TestConnector.Options(provider);
        options.Values["region"] = "mars";
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(() => new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(
            TestActions.Get(static (request, _, context) => request.Header("X-Region", context.Variables.Text("region"))), JsonValue.Null, cancellationToken: Token));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Contains("'region'", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("mars", failure.Message, StringComparison.Ordinal);
        Assert.Empty(provider.Requests);
    }

    private static async Task<string> ReadAsync(Connection? connection, Func<ActionContext, string> read)
    {
        FakeProvider provider = new(static _ => FakeProvider.Answer("1"));
        ConnectorOptions options = TestConnector.Options(provider, connection);
        options.Values["limit"] = "12";
        await new ActionExecutor(TestConnector.Make(), options).ExecuteAsync(TestActions.Get((request, _, context) => request.Header("X-Read", read(context))), JsonValue.Null, cancellationToken: Token);
        return provider.Only.Header("X-Read")!;
    }
}
