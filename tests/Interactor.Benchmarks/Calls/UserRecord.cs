using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Calls;

/// <summary>The user as a hand-written class.</summary>
internal sealed class UserRecord
{
    [JsonPropertyName("login")]
    public string? Login { get; set; }

    [JsonPropertyName("id")]
    public long Id { get; set; }
}
