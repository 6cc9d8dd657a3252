using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for payments. Enums are text there: a provider may add values, which a C# enum refuses.</summary>
internal static partial class PaymentsModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Payments))]
    internal sealed partial class PaymentsContext : JsonSerializerContext;

    internal sealed class Payments
    {
        [JsonPropertyName("payments")]
        public List<Payment>? All { get; set; }
    }

    internal sealed class Payment
    {
        public long Id { get; set; }

        public string? State { get; set; }

        public string? Method { get; set; }

        public string? Currency { get; set; }

        public string? Country { get; set; }

        public string? Channel { get; set; }

        public int? Risk { get; set; }

        public double Amount { get; set; }
    }
}
