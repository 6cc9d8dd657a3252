using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The class that a person writes for a registration.</summary>
internal static partial class RegistrationModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Registration))]
    internal sealed partial class RegistrationContext : JsonSerializerContext;

    internal sealed class Registration
    {
        public Guid Id { get; set; }

        public string? Email { get; set; }

        public string? Phone { get; set; }

        public string? Plate { get; set; }

        public string? Account { get; set; }

        public string? Color { get; set; }

        public string? Version { get; set; }

        public string? Slug { get; set; }

        public string? Path { get; set; }

        public DateOnly Born { get; set; }

        public DateTimeOffset RegisteredAt { get; set; }

        public string? Address { get; set; }

        public string? Address6 { get; set; }

        public string? Homepage { get; set; }

        public string? Host { get; set; }

        public string? Reminder { get; set; }

        public string? Comment { get; set; }
    }
}
