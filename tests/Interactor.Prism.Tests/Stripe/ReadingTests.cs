using Imported.Connectors.Stripe;
using Interactor.Prism.Tests.Server;

namespace Interactor.Prism.Tests.Stripe;

public sealed class ReadingTests(PrismServers servers) : StripeTests(servers)
{
    [Fact]
    public async Task A_value_without_parameters_is_read()
    {
        Balance balance = await Client.GetBalanceAsync(cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/balance", Prism.Sent.Target);
        Assert.Single(balance.Available);
    }

    [Fact]
    public async Task An_object_in_the_query_has_its_members_in_brackets()
    {
        await Client.GetCustomersAsync(new() { Created = new GetAccountsInputCreatedRangeQuerySpecs { Gte = 1_700_000_000, Lt = 1_800_000_000 }, Limit = 3 }, cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/customers?created[gte]=1700000000&created[lt]=1800000000&limit=3", Target);
    }

    [Fact]
    public async Task The_other_case_of_a_union_in_the_query_is_a_scalar()
    {
        await Client.GetChargesAsync(new() { Created = 1_700_000_000, Customer = "cus_1" }, cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/charges?created=1700000000&customer=cus_1", Target);
    }

    [Fact]
    public async Task An_array_in_the_query_has_its_places_in_brackets()
    {
        await Client.GetEventsAsync(new() { Types = ["charge.failed", "charge.refunded"], DeliverySuccess = false }, cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/events?delivery_success=false&types[0]=charge.failed&types[1]=charge.refunded", Target);
    }

    [Fact]
    public async Task Arrays_and_objects_go_together()
    {
        await Client.GetPricesAsync(
            new() { Active = true, LookupKeys = ["standard_monthly"], Recurring = new() { Interval = PlanInterval.Month, UsageType = PlanUsageType.Metered }, Expand = ["data.product"] },
            cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/prices?active=true&expand[0]=data.product&lookup_keys[0]=standard_monthly&recurring[interval]=month&recurring[usage_type]=metered", Target);
    }

    [Fact]
    public async Task An_enum_and_a_range_select_together()
    {
        await Client.GetSubscriptionsAsync(new() { Customer = "cus_1", Status = GetSubscriptionsInputStatus.Canceled, CurrentPeriodEnd = new GetSubscriptionsInputCurrentPeriodEndRangeQuerySpecs { Lte = 5 } }, cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/subscriptions?current_period_end[lte]=5&customer=cus_1&status=canceled", Target);
    }

    [Fact]
    public async Task An_answer_is_the_case_of_its_union_that_it_has()
    {
        GetCustomersCustomerResponse200 customer = await Client.GetCustomersCustomerAsync(new() { Customer = "cus_1" }, cancellationToken: Cancellation);

        Assert.IsType<GetCustomersCustomerResponse200.Customer>(customer);
    }

    [Fact]
    public async Task A_value_that_is_expandable_is_its_id_or_itself()
    {
        Charge charge = await Client.GetChargesChargeAsync(new() { Charge = "ch_1" }, cancellationToken: Cancellation);

        Assert.Equal("string", charge.BalanceTransaction.Value?.Match(static id => id, static one => one.Id));
    }
}
