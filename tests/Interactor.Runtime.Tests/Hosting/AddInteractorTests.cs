using System.Text;
using Interactor.Runtime.Json;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Interactor.Runtime.Tests.Fakes.FakeProvider;

namespace Interactor.Runtime.Tests.Hosting;

public sealed class AddInteractorTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_the_invoker_and_the_flow_come_from_the_services()
    {
        FakeProvider provider = new(static _ => Answer("[1]"));
        ServiceCollection services = new();
        services.AddSingleton<ICredentialStore, InMemoryCredentialStore>();
        services.AddInteractor(options => options.HttpHandler = provider)
            .AddConnector<MiniClient, MiniOptions>(TestConnector.Make(TestActions.Get()), static executor => new MiniClient(executor), static options => options.ApiKey = "k-1");
        await using ServiceProvider built = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        MiniClient client = built.GetRequiredService<MiniClient>();
        ConnectorInvoker invoker = built.GetRequiredService<ConnectorInvoker>();
        Assert.Same(client.Executor, invoker.Executor("test/mini"));
        Assert.Equal("test/mini", Assert.Single(invoker.Connectors).Address);
        Assert.NotNull(built.GetRequiredKeyedService<ConnectionFlow>("test/mini"));
        Assert.Equal("[1]", Encoding.UTF8.GetString((await invoker.ExecuteAsync("mini", "thing.get", "1", "{}"u8.ToArray(), null, Token)).Span));
        Assert.Equal("k-1", provider.Only.Header("X-Key"));
        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<InteractorException>(() => invoker.ExecuteAsync("none", "x", null, default, null, Token))).Code);
    }

    [Fact]
    public async Task What_runs_scripts_comes_from_the_services()
    {
        Runner runner = new();
        ServiceCollection services = new();
        services.AddSingleton<IScriptRunner>(runner);
        ScriptDescriptor<JsonValue> script = new() { Name = "sign", FileName = "scripts/sign.js", Code = ScriptCode.JavaScript("", "sign"), Output = JsonContracts.Any };
        ScriptAction<JsonValue, JsonValue> action = new() { Id = "thing.sign", Input = JsonContracts.Any, Output = JsonContracts.Any, Call = (_, _) => script.With("here") };
        services.AddInteractor().AddConnector<MiniClient, MiniOptions>(TestConnector.Make(action), static executor => new MiniClient(executor));
        await using ServiceProvider built = services.BuildServiceProvider();

        ReadOnlyMemory<byte> output = await built.GetRequiredService<ConnectorInvoker>().ExecuteAsync("mini", "thing.sign", null, default, null, Token);

        Assert.Equal("[7]", Encoding.UTF8.GetString(output.Span));
        Assert.Equal("[]", Encoding.UTF8.GetString(runner.Seen!.Arguments.Span));
    }

    [Fact]
    public async Task Networks_that_the_application_allows_are_allowed_to_each_connector()
    {
        FakeProvider provider = new(static _ => Answer("1"));
        ConnectorDescriptor connector = new()
        {
            Owner = "test",
            Id = "mini",
            Name = "Mini",
            Version = "1.0.0",
            Servers = [new ServerDescriptor("api", static context => "https://" + context.Variables.Text("site"))],
            EgressVariables = ["site"],
            Variables = [new VariableDescriptor("site")],
            Methods = [],
            Actions = [TestActions.Get(methods: [])],
        };
        foreach (string? network in (string?[])[null, "10.0.0.0/8"])
        {
            ServiceCollection services = new();
            services.AddInteractor(options =>
            {
                options.HttpHandler = provider;
                if (network is not null)
                {
                    options.AllowedNetworks.Add(System.Net.IPNetwork.Parse(network));
                }
            }).AddConnector<MiniClient, MiniOptions>(connector, static executor => new MiniClient(executor), static options => options.Values["site"] = "10.0.0.5");
            await using ServiceProvider built = services.BuildServiceProvider();
            Task<ReadOnlyMemory<byte>> call = built.GetRequiredService<ConnectorInvoker>().ExecuteAsync("mini", "thing.get", null, default, null, Token);
            if (network is null)
            {
                Assert.Equal(ErrorCode.AuthDenied, (await Assert.ThrowsAsync<InteractorException>(() => call)).Code);
            }
            else
            {
                await call;
            }
        }

        Assert.Single(provider.Requests);
    }

    private sealed class Runner : IScriptRunner
    {
        public ScriptInvocation? Seen { get; private set; }

        public ValueTask<ReadOnlyMemory<byte>> RunAsync(ScriptInvocation invocation, CancellationToken cancellationToken)
        {
            Seen = invocation;
            return new("[7]"u8.ToArray());
        }
    }

    private sealed class MiniOptions : ConnectorOptions
    {
        public string? ApiKey { get => Values["api_key"]; set => Values["api_key"] = value!; }
    }

    private sealed class MiniClient(ActionExecutor executor)
    {
        public ActionExecutor Executor { get; } = executor;
    }
}
