using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Interactor.Host.Audit;
using Interactor.Host.Management;
using Interactor.Host.People;

namespace Interactor.Host.Api;

/// <summary>How the API writes and reads JSON.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(CredentialBody))]
[JsonSerializable(typeof(NewCredentialBody))]
[JsonSerializable(typeof(DisconnectedBody))]
[JsonSerializable(typeof(DraftHeadBody[]))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(DraftChangeBody))]
[JsonSerializable(typeof(DraftChangedBody))]
[JsonSerializable(typeof(FindingBody[]))]
[JsonSerializable(typeof(VersionBody[]))]
[JsonSerializable(typeof(CurrentVersionBody))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(SignInBody))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(PasswordBody))]
[JsonSerializable(typeof(SetupBody))]
[JsonSerializable(typeof(PersonChangeBody))]
[JsonSerializable(typeof(NewInvitationBody))]
[JsonSerializable(typeof(LinkBody))]
[JsonSerializable(typeof(PageBody<PersonBody>))]
[JsonSerializable(typeof(PageBody<InvitationBody>))]
[JsonSerializable(typeof(PageBody<AuditEntryBody>))]
[JsonSerializable(typeof(NewOrganizationBody))]
[JsonSerializable(typeof(PageBody<OrganizationBody>))]
[JsonSerializable(typeof(NewEnvironmentBody))]
[JsonSerializable(typeof(EnvironmentChangeBody))]
[JsonSerializable(typeof(PageBody<EnvironmentBody>))]
[JsonSerializable(typeof(NewKeyBody))]
[JsonSerializable(typeof(ConfigurationChangeBody))]
[JsonSerializable(typeof(PageBody<ConnectorItemBody>))]
[JsonSerializable(typeof(ConnectorBody))]
[JsonSerializable(typeof(ActionBody))]
[JsonSerializable(typeof(PageBody<AccountBody>))]
[JsonSerializable(typeof(PageBody<ExecutionItemBody>))]
[JsonSerializable(typeof(ExecutionBody))]
[JsonSerializable(typeof(OutputBody))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Characters are escaped only where JSON asks for it: what reads the API is no HTML page.</summary>
    public static ApiJson Plain { get; } = new(Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web)));

    /// <summary>How many levels JSON may have, as in the runtime: schemas of connectors have more than the usual 64.</summary>
    public const int MostLevels = 1000;

    /// <summary>Sets how JSON is written and read.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.MaxDepth = MostLevels;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }
}
