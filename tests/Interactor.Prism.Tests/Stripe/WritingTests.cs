using Imported.Connectors.Stripe;
using Interactor.Prism.Tests.Server;

namespace Interactor.Prism.Tests.Stripe;

public sealed class WritingTests(PrismServers servers) : StripeTests(servers)
{
    [Fact]
    public async Task A_form_nests_objects_in_brackets()
    {
        Customer customer = await Client.PostCustomersAsync(
            new()
            {
                Body = new()
                {
                    Name = "Ann & Co",
                    Email = "ann@example.com",
                    Address = new GetInvoicesUpcomingInputCustomerDetailsAddressOptionalFieldsAddress { City = "Köln", Country = "DE" },
                    Metadata = new GetInvoicesUpcomingInputInvoiceItemMetadata.Object(new Dictionary<string, string> { ["order"] = "17" }),
                    PreferredLocales = ["de", "en"],
                },
            },
            cancellationToken: Cancellation);

        Assert.Equal("application/x-www-form-urlencoded", Prism.Sent.MediaType);
        Assert.Equal("address[city]=Köln&address[country]=DE&email=ann@example.com&metadata[order]=17&name=Ann+&+Co&preferred_locales[0]=de&preferred_locales[1]=en", Form);
        Assert.Equal("string", customer.Id);
    }

    [Fact]
    public async Task A_form_has_numbers_and_switches()
    {
        TaxRate rate = await Client.PostTaxRatesAsync(new() { Body = new() { DisplayName = "VAT", Inclusive = false, Percentage = 7.25, Country = "DE" } }, cancellationToken: Cancellation);

        Assert.Equal("country=DE&display_name=VAT&inclusive=false&percentage=7.25", Form);
        Assert.Equal("string", rate.Id);
    }

    [Fact]
    public async Task A_form_keeps_enums_and_lists_of_objects()
    {
        await Client.PostCouponsAsync(new() { Body = new() { Duration = CouponDuration.Repeating, DurationInMonths = 3, PercentOff = 25.5 } }, cancellationToken: Cancellation);

        Assert.Equal("duration=repeating&duration_in_months=3&percent_off=25.5", Form);
    }

    [Fact]
    public async Task A_form_with_amounts_is_sent_as_whole_numbers()
    {
        await Client.PostRefundsAsync(new() { Body = new() { Charge = "ch_1", Amount = 1099, Reason = PostChargesChargeRefundInputBodyReason.RequestedByCustomer } }, cancellationToken: Cancellation);

        Assert.Equal("amount=1099&charge=ch_1&reason=requested_by_customer", Form);
    }

    [Fact]
    public async Task A_multipart_body_has_a_part_for_each_member()
    {
        Imported.Connectors.Stripe.File file = await Client.PostFilesAsync(
            new() { Body = new() { File = "col1,col2\n1,2", Purpose = PostFilesInputBodyPurpose.DisputeEvidence, FileLinkData = new() { Create = true } } },
            cancellationToken: Cancellation);

        Assert.Equal("multipart/form-data", Prism.Sent.MediaType);
        Assert.Contains("name=\"file\"", Prism.Sent.Body, StringComparison.Ordinal);
        Assert.Contains("col1,col2\n1,2", Prism.Sent.Body, StringComparison.Ordinal);
        Assert.Contains("dispute_evidence", Prism.Sent.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"file_link_data[create]\"", Prism.Sent.Body, StringComparison.Ordinal);
        Assert.Equal("string", file.Id);
    }

    [Fact]
    public async Task An_empty_text_clears_what_is_an_object_otherwise()
    {
        await Client.PostCustomersCustomerAsync(
            new() { Customer = "cus_1", Body = new() { Address = GetInvoicesUpcomingInputCustomerDetailsAddressText.Empty, Description = "moved" } },
            cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/customers/cus_1", Prism.Sent.Target);
        Assert.Equal("address=&description=moved", Form);
    }

    [Fact]
    public async Task Deleting_answers_what_was_deleted()
    {
        DeletedCustomer deleted = await Client.DeleteCustomersCustomerAsync(new() { Customer = "cus_1" }, cancellationToken: Cancellation);

        Assert.Equal("DELETE", Prism.Sent.Method);
        Assert.True(deleted.Deleted);
    }

    [Fact]
    public async Task A_body_that_may_be_left_out_is()
    {
        await Client.PostDisputesDisputeCloseAsync(new() { Dispute = "dp_1" }, cancellationToken: Cancellation);

        Assert.Equal("https://api.stripe.com/v1/disputes/dp_1/close", Prism.Sent.Target);
        Assert.Equal("", Prism.Sent.Body);
    }
}
