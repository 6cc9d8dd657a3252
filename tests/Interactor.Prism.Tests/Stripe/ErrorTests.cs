using Imported.Connectors.Stripe;
using Interactor.Prism.Tests.Server;
using Interactor.Runtime;

namespace Interactor.Prism.Tests.Stripe;

public sealed class ErrorTests(PrismServers servers) : StripeTests(servers)
{
    [Theory]
    [InlineData(404, ErrorCode.NotFound)]
    [InlineData(429, ErrorCode.RateLimited)]
    [InlineData(402, ErrorCode.ProviderError)]
    public async Task A_failed_status_is_an_error_with_its_code(int status, ErrorCode code)
    {
        Prism.AnswerWith = status;

        InteractorException error = await Assert.ThrowsAsync<InteractorException>(() => Client.GetChargesChargeAsync(new() { Charge = "ch_1" }, cancellationToken: Cancellation));

        Assert.Equal(code, error.Code);
        Assert.Equal(status, error.Status);
    }

    [Fact]
    public async Task Prism_refuses_a_call_without_the_credential_that_the_document_asks_for()
    {
        StripeClient stranger = new(new StripeOptions { HttpHandler = Prism, Token = " " });

        await Assert.ThrowsAnyAsync<Exception>(() => stranger.GetBalanceAsync(cancellationToken: Cancellation));
    }
}
