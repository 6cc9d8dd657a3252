using System.Text.Json.Serialization;

namespace Interactor.Benchmarks.Schemas.Sets;

/// <summary>The classes that a person writes for a conversation.</summary>
internal static partial class ConversationModel
{
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Conversation))]
    internal sealed partial class ConversationContext : JsonSerializerContext;

    internal sealed class Conversation
    {
        public string? Topic { get; set; }

        public List<Message>? Messages { get; set; }
    }

    internal sealed class Message
    {
        public string? Author { get; set; }

        public string? Text { get; set; }

        public string? Html { get; set; }
    }
}
