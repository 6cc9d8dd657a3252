using System.Net;
using System.Text;
using Interactor.Compiler.Tests.Harness;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.EndToEnd;

/// <summary>What <c>retry</c> and <c>errors</c> say of a body is what the runtime does.</summary>
public sealed class RetryTests
{
    private const string Yaml = """
        interactor: 1
        id: demo
        version: 1.0.0
        servers: { api: https://api.example.com }
        defaults:
          retry: { attempts: 2, statuses: [503], when: "${response.body.error.reason == 'busy'}", wait: { exponential: { base: 1ms, cap: 1ms } } }
          errors:
            - { when: "${response.status == 403}", code: quota_exceeded, retryAfter: "${response.body.error.wait}" }
        actions:
          thing.get: { version: 1.0.0, name: Get a Thing, effect: read, request: { path: /thing } }
        """;

    [Theory]
    [InlineData("""{"error":{"reason":"busy","wait":0}}""", 2, 0.0)]
    [InlineData("""{"error":{"reason":"gone","wait":90}}""", 1, 90.0)]
    [InlineData("""{"error":{"reason":"gone"}}""", 1, null)]
    [InlineData("""{"error":{"reason":"gone","wait":"soon"}}""", 1, null)]
    [InlineData("[]", 1, null)]
    public async Task The_body_decides(string body, int attempts, double? seconds)
    {
        Provider provider = new(body);
        ConnectorDescriptor descriptor = (ConnectorDescriptor)LoadedCode.Of(Yaml).Type("DemoConnector").GetProperty("Descriptor")!.GetValue(null)!;
        ActionExecutor executor = new(descriptor, new ConnectorOptions { HttpHandler = provider });
        InteractorException failure = await Assert.ThrowsAsync<InteractorException>(
            () => executor.ExecuteAsync("thing.get", null, default, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal((ErrorCode.QuotaExceeded, attempts, seconds), (failure.Code, provider.Requests, failure.RetryAfter?.TotalSeconds));
    }

    private sealed class Provider(string body) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}
