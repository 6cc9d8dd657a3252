using Imported.Connectors.Stripe;
using Interactor.Prism.Tests.Server;

namespace Interactor.Prism.Tests.Stripe;

public abstract class StripeTests(PrismServers servers) : ClientTests(servers, new("stripe.com.json"))
{
    private StripeClient? _client;

    protected StripeClient Client => _client ??= new StripeClient(new StripeOptions { HttpHandler = Prism, Token = "sk_test" });

    // Brackets are data to RFC 3986, and Stripe's own documentation writes them as they are.
    internal string Target => Uri.UnescapeDataString(Prism.Sent.Target);

    internal string Form => Uri.UnescapeDataString(Prism.Sent.Body);
}
