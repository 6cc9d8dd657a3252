using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactor.Host.Api;

/// <summary>How the API writes and reads JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CredentialBody))]
[JsonSerializable(typeof(NewCredentialBody))]
[JsonSerializable(typeof(DisconnectedBody))]
internal sealed partial class ApiJson : JsonSerializerContext;
