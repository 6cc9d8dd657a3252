using System.Text.Json.Serialization;

namespace Interactor.Runtime.Security;

/// <summary>How connections are written for a store, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Connection))]
[JsonSerializable(typeof(PendingConnection))]
[JsonSerializable(typeof(PendingDevice))]
internal sealed partial class CredentialJson : JsonSerializerContext;
