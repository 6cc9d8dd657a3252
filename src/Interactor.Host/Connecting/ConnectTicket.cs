using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactor.Host.Connecting;

/// <summary>What the host keeps while a person connects an account: of whom, for what, and how far they are. It is sealed in the database and good once.</summary>
internal sealed record ConnectTicket
{
    /// <summary>The connector's owner and id.</summary>
    public required string Owner { get; init; }

    /// <summary>The connector's id.</summary>
    public required string Connector { get; init; }

    /// <summary>The account that is being connected.</summary>
    public required string Account { get; init; }

    /// <summary>Where the person goes afterwards; null for a page of the host.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The methods to choose from.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>What the runtime needs to complete the authorization, while the person is at the provider (<c>PendingConnection.ToJson</c>); null before.</summary>
    public byte[]? Pending { get; init; }

    /// <summary>What is known while the person consents on another device; null before and after.</summary>
    public ConnectDevice? Device { get; init; }

    /// <summary>How waiting for another device ended; null before.</summary>
    public ConnectResult? Result { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, TicketJson.Default.ConnectTicket);

    public static ConnectTicket FromJson(byte[] json) => JsonSerializer.Deserialize(json, TicketJson.Default.ConnectTicket) ?? throw new JsonException("A ticket is an object.");

    /// <summary>Says what it is for, and nothing that is secret.</summary>
    public override string ToString() => $"ConnectTicket {{ Connector = {Owner}/{Connector} }}";
}

/// <summary>How tickets are written before they are sealed. By metadata: code that writes without it makes empty bytes of none.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ConnectTicket))]
internal sealed partial class TicketJson : JsonSerializerContext;
