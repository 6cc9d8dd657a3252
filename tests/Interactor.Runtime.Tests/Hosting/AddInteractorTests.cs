using System.Text;
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

    private sealed class MiniOptions : ConnectorOptions
    {
        public string? ApiKey { get => Values["api_key"]; set => Values["api_key"] = value!; }
    }

    private sealed class MiniClient(ActionExecutor executor)
    {
        public ActionExecutor Executor { get; } = executor;
    }
}
