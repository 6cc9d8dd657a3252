using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Interactor.Host.Api;

/// <summary>How the API writes and reads JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CredentialBody))]
[JsonSerializable(typeof(NewCredentialBody))]
[JsonSerializable(typeof(DisconnectedBody))]
[JsonSerializable(typeof(IReadOnlyList<DraftHeadBody>))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(DraftChangeBody))]
[JsonSerializable(typeof(DraftChangedBody))]
[JsonSerializable(typeof(IReadOnlyList<FindingBody>))]
[JsonSerializable(typeof(FindingsBody))]
[JsonSerializable(typeof(IReadOnlyList<VersionBody>))]
[JsonSerializable(typeof(CurrentVersionBody))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Characters are escaped only where JSON asks for it: what reads the API is no HTML page.</summary>
    public static ApiJson Plain { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });
}
