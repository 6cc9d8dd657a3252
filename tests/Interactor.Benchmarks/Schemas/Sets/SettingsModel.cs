using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The class that a person writes for an object of 200 properties.</summary>
internal static partial class SettingsModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Settings))]
    internal sealed partial class SettingsContext : JsonSerializerContext;

    internal sealed class Settings
    {
        public string? AccountText { get; set; }

        public long? AccountCount { get; set; }

        public double? AccountAmount { get; set; }

        public bool? AccountFlag { get; set; }

        public DateTimeOffset? AccountOn { get; set; }

        public string? BillingText { get; set; }

        public long? BillingCount { get; set; }

        public double? BillingAmount { get; set; }

        public bool? BillingFlag { get; set; }

        public DateTimeOffset? BillingOn { get; set; }

        public string? ContactText { get; set; }

        public long? ContactCount { get; set; }

        public double? ContactAmount { get; set; }

        public bool? ContactFlag { get; set; }

        public DateTimeOffset? ContactOn { get; set; }

        public string? DeliveryText { get; set; }

        public long? DeliveryCount { get; set; }

        public double? DeliveryAmount { get; set; }

        public bool? DeliveryFlag { get; set; }

        public DateTimeOffset? DeliveryOn { get; set; }

        public string? EstimateText { get; set; }

        public long? EstimateCount { get; set; }

        public double? EstimateAmount { get; set; }

        public bool? EstimateFlag { get; set; }

        public DateTimeOffset? EstimateOn { get; set; }

        public string? ForecastText { get; set; }

        public long? ForecastCount { get; set; }

        public double? ForecastAmount { get; set; }

        public bool? ForecastFlag { get; set; }

        public DateTimeOffset? ForecastOn { get; set; }

        public string? GrantText { get; set; }

        public long? GrantCount { get; set; }

        public double? GrantAmount { get; set; }

        public bool? GrantFlag { get; set; }

        public DateTimeOffset? GrantOn { get; set; }

        public string? HostingText { get; set; }

        public long? HostingCount { get; set; }

        public double? HostingAmount { get; set; }

        public bool? HostingFlag { get; set; }

        public DateTimeOffset? HostingOn { get; set; }

        public string? InvoiceText { get; set; }

        public long? InvoiceCount { get; set; }

        public double? InvoiceAmount { get; set; }

        public bool? InvoiceFlag { get; set; }

        public DateTimeOffset? InvoiceOn { get; set; }

        public string? JournalText { get; set; }

        public long? JournalCount { get; set; }

        public double? JournalAmount { get; set; }

        public bool? JournalFlag { get; set; }

        public DateTimeOffset? JournalOn { get; set; }

        public string? KeyText { get; set; }

        public long? KeyCount { get; set; }

        public double? KeyAmount { get; set; }

        public bool? KeyFlag { get; set; }

        public DateTimeOffset? KeyOn { get; set; }

        public string? LedgerText { get; set; }

        public long? LedgerCount { get; set; }

        public double? LedgerAmount { get; set; }

        public bool? LedgerFlag { get; set; }

        public DateTimeOffset? LedgerOn { get; set; }

        public string? MemberText { get; set; }

        public long? MemberCount { get; set; }

        public double? MemberAmount { get; set; }

        public bool? MemberFlag { get; set; }

        public DateTimeOffset? MemberOn { get; set; }

        public string? NoticeText { get; set; }

        public long? NoticeCount { get; set; }

        public double? NoticeAmount { get; set; }

        public bool? NoticeFlag { get; set; }

        public DateTimeOffset? NoticeOn { get; set; }

        public string? OfferText { get; set; }

        public long? OfferCount { get; set; }

        public double? OfferAmount { get; set; }

        public bool? OfferFlag { get; set; }

        public DateTimeOffset? OfferOn { get; set; }

        public string? PaymentText { get; set; }

        public long? PaymentCount { get; set; }

        public double? PaymentAmount { get; set; }

        public bool? PaymentFlag { get; set; }

        public DateTimeOffset? PaymentOn { get; set; }

        public string? QuotaText { get; set; }

        public long? QuotaCount { get; set; }

        public double? QuotaAmount { get; set; }

        public bool? QuotaFlag { get; set; }

        public DateTimeOffset? QuotaOn { get; set; }

        public string? RefundText { get; set; }

        public long? RefundCount { get; set; }

        public double? RefundAmount { get; set; }

        public bool? RefundFlag { get; set; }

        public DateTimeOffset? RefundOn { get; set; }

        public string? SubscriptionText { get; set; }

        public long? SubscriptionCount { get; set; }

        public double? SubscriptionAmount { get; set; }

        public bool? SubscriptionFlag { get; set; }

        public DateTimeOffset? SubscriptionOn { get; set; }

        public string? TicketText { get; set; }

        public long? TicketCount { get; set; }

        public double? TicketAmount { get; set; }

        public bool? TicketFlag { get; set; }

        public DateTimeOffset? TicketOn { get; set; }

        public string? UsageText { get; set; }

        public long? UsageCount { get; set; }

        public double? UsageAmount { get; set; }

        public bool? UsageFlag { get; set; }

        public DateTimeOffset? UsageOn { get; set; }

        public string? VendorText { get; set; }

        public long? VendorCount { get; set; }

        public double? VendorAmount { get; set; }

        public bool? VendorFlag { get; set; }

        public DateTimeOffset? VendorOn { get; set; }

        public string? WarrantyText { get; set; }

        public long? WarrantyCount { get; set; }

        public double? WarrantyAmount { get; set; }

        public bool? WarrantyFlag { get; set; }

        public DateTimeOffset? WarrantyOn { get; set; }

        public string? ZoneText { get; set; }

        public long? ZoneCount { get; set; }

        public double? ZoneAmount { get; set; }

        public bool? ZoneFlag { get; set; }

        public DateTimeOffset? ZoneOn { get; set; }

        public string? ArchiveText { get; set; }

        public long? ArchiveCount { get; set; }

        public double? ArchiveAmount { get; set; }

        public bool? ArchiveFlag { get; set; }

        public DateTimeOffset? ArchiveOn { get; set; }

        public string? BranchText { get; set; }

        public long? BranchCount { get; set; }

        public double? BranchAmount { get; set; }

        public bool? BranchFlag { get; set; }

        public DateTimeOffset? BranchOn { get; set; }

        public string? CampaignText { get; set; }

        public long? CampaignCount { get; set; }

        public double? CampaignAmount { get; set; }

        public bool? CampaignFlag { get; set; }

        public DateTimeOffset? CampaignOn { get; set; }

        public string? DeviceText { get; set; }

        public long? DeviceCount { get; set; }

        public double? DeviceAmount { get; set; }

        public bool? DeviceFlag { get; set; }

        public DateTimeOffset? DeviceOn { get; set; }

        public string? EntryText { get; set; }

        public long? EntryCount { get; set; }

        public double? EntryAmount { get; set; }

        public bool? EntryFlag { get; set; }

        public DateTimeOffset? EntryOn { get; set; }

        public string? FacilityText { get; set; }

        public long? FacilityCount { get; set; }

        public double? FacilityAmount { get; set; }

        public bool? FacilityFlag { get; set; }

        public DateTimeOffset? FacilityOn { get; set; }

        public string? GoalText { get; set; }

        public long? GoalCount { get; set; }

        public double? GoalAmount { get; set; }

        public bool? GoalFlag { get; set; }

        public DateTimeOffset? GoalOn { get; set; }

        public string? HandlerText { get; set; }

        public long? HandlerCount { get; set; }

        public double? HandlerAmount { get; set; }

        public bool? HandlerFlag { get; set; }

        public DateTimeOffset? HandlerOn { get; set; }

        public string? IncidentText { get; set; }

        public long? IncidentCount { get; set; }

        public double? IncidentAmount { get; set; }

        public bool? IncidentFlag { get; set; }

        public DateTimeOffset? IncidentOn { get; set; }

        public string? JobText { get; set; }

        public long? JobCount { get; set; }

        public double? JobAmount { get; set; }

        public bool? JobFlag { get; set; }

        public DateTimeOffset? JobOn { get; set; }

        public string? KeywordText { get; set; }

        public long? KeywordCount { get; set; }

        public double? KeywordAmount { get; set; }

        public bool? KeywordFlag { get; set; }

        public DateTimeOffset? KeywordOn { get; set; }

        public string? LicenseText { get; set; }

        public long? LicenseCount { get; set; }

        public double? LicenseAmount { get; set; }

        public bool? LicenseFlag { get; set; }

        public DateTimeOffset? LicenseOn { get; set; }

        public string? MeetingText { get; set; }

        public long? MeetingCount { get; set; }

        public double? MeetingAmount { get; set; }

        public bool? MeetingFlag { get; set; }

        public DateTimeOffset? MeetingOn { get; set; }

        public string? NetworkText { get; set; }

        public long? NetworkCount { get; set; }

        public double? NetworkAmount { get; set; }

        public bool? NetworkFlag { get; set; }

        public DateTimeOffset? NetworkOn { get; set; }

        public string? OwnerText { get; set; }

        public long? OwnerCount { get; set; }

        public double? OwnerAmount { get; set; }

        public bool? OwnerFlag { get; set; }

        public DateTimeOffset? OwnerOn { get; set; }

        public string? ParcelText { get; set; }

        public long? ParcelCount { get; set; }

        public double? ParcelAmount { get; set; }

        public bool? ParcelFlag { get; set; }

        public DateTimeOffset? ParcelOn { get; set; }
    }
}
