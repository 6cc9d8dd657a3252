using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for the order.</summary>
internal static partial class OrderModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Order))]
    internal sealed partial class OrderContext : JsonSerializerContext;

    internal sealed class Order
    {
        public Guid Id { get; set; }

        public long Number { get; set; }

        public Customer? Customer { get; set; }

        public string? Status { get; set; }

        public double Total { get; set; }

        public string? Currency { get; set; }

        public List<OrderLine>? Items { get; set; }

        public DateTimeOffset CreatedAt { get; set; }

        public string? Note { get; set; }
    }

    internal sealed class Customer
    {
        public long Id { get; set; }

        public string? Name { get; set; }

        public string? Email { get; set; }

        public bool IsMember { get; set; }
    }

    internal sealed class OrderLine
    {
        public string? Sku { get; set; }

        public int Quantity { get; set; }

        public double Price { get; set; }
    }
}
