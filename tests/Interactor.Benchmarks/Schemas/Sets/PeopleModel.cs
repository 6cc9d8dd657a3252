using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for a list of people.</summary>
internal static partial class PeopleModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(People))]
    internal sealed partial class PeopleContext : JsonSerializerContext;

    internal sealed class People
    {
        [JsonPropertyName("people")]
        public List<Person>? All { get; set; }
    }

    internal sealed class Person
    {
        public long Id { get; set; }

        public string? FirstName { get; set; }

        public string? LastName { get; set; }

        public int Age { get; set; }

        public bool IsActive { get; set; }

        public double? Balance { get; set; }

        public string? City { get; set; }

        public List<string>? Tags { get; set; }
    }
}
