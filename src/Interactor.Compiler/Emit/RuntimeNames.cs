namespace Interactor.Compiler.Emit;

/// <summary>The types of the runtime that emitted code names: the one place where the compiler knows them.</summary>
public static class RuntimeNames
{
    public const string JsonValue = "jV";

    public const string TextFunctions = "iE::TextFunctions";
    public const string EncodingFunctions = "iE::EncodingFunctions";
    public const string JsonFunctions = "iE::JsonFunctions";
    public const string TimeFunctions = "iE::TimeFunctions";
    public const string HashFunctions = "iE::HashFunctions";
    public const string MimeFunctions = "iE::MimeFunctions";
    public const string NumberFunctions = "iE::NumberFunctions";
    public const string ConvertFunctions = "eC";
    public const string AnyFunctions = "iE::AnyFunctions";
    public const string ListFunctions = "iE::ListFunctions";
    public const string MapFunctions = "iE::MapFunctions";
    public const string ExpressionPlace = "iE::ExpressionPlace";

    public const string JsonContract = "iJ::JsonContract";
    public const string JsonWalk = "jL";
    public const string JsonRecord = "iJ::JsonRecord";
    public const string IJsonRecord = "iJ::IJsonRecord";
    public const string JsonType = "iJ::JsonType";
    public const string IJsonType = "iJ::IJsonType";
    public const string JsonContracts = "jK";
    public const string JsonFacts = "jF";
    public const string JsonSchema = "jX";
    public const string JsonScanner = "jS";
    public const string JsonKinds = "iJ::JsonKinds";
    public const string JsonTagChoice = "iJ::JsonTagChoice";
    public const string JsonKeyChoice = "iJ::JsonKeyChoice";
    public const string JsonTrialChoice = "iJ::JsonTrialChoice";
    public const string JsonOthers = "iJ::JsonOthers";
    public const string JsonMemberProof = "iJ::JsonMemberProof";
    public const string JsonTextEnum = "iJ::JsonTextEnum";
    public const string IJsonTextEnum = "iJ::IJsonTextEnum";
    public const string IJsonText = "iJ::IJsonText";
    public const string JsonRead = "jR";
    public const string JsonCheck = "jC";
    public const string JsonEmit = "jE";
    public const string JsonTextRule = "iJ::JsonTextRule";
    public const string ByContent = "iJ::ByContent";
    public const string Content = "iJ::Content";
    public const string MemberText = "jP";
    public const string ExtensionData = "jD";
    public const string Optional = "iJ::Optional";

    public const string RequestAction = "iR::RequestAction";
    public const string MappedRequestAction = "iR::MappedRequestAction";
    public const string StepsAction = "iR::StepsAction";
    public const string CursorPages = "iR::CursorPages";
    public const string NumberPages = "iR::NumberPages";
    public const string LinkPages = "iR::LinkPages";
    public const string HeaderLinkPages = "iR::HeaderLinkPages";
    public const string RequestPages = "iR::RequestPages";
    public const string JobRules = "iR::JobRules";
    public const string PagedItems = "iR::PagedItems";
    public const string StreamAction = "iR::StreamAction";
    public const string StreamKind = "iR::StreamKind";
    public const string DownloadAction = "iR::DownloadAction";
    public const string BinaryContent = "iR::BinaryContent";
    public const string Download = "iR::Download";
    public const string ScriptAction = "iR::ScriptAction";
    public const string ScriptDescriptor = "iR::ScriptDescriptor";
    public const string ScriptCode = "iR::ScriptCode";
    public const string ScriptContext = "iR::ScriptContext";
    public const string RequestStep = "iR::RequestStep";
    public const string ForEachStep = "iR::ForEachStep";
    public const string ActionEffect = "iR::ActionEffect";
    public const string ActionIdempotency = "iR::ActionIdempotency";
    public const string RetryRules = "iR::RetryRules";
    public const string StatusRange = "iR::StatusRange";
    public const string ErrorRule = "iR::ErrorRule";
    public const string ErrorRuleScope = "iR::ErrorRuleScope";
    public const string ErrorCode = "iR::ErrorCode";
    public const string ActionContext = "rC";
    public const string ActionOptions = "rO";
    public const string ActionExecutor = "iR::ActionExecutor";

    public const string RequestBuilder = "rB";
    public const string ResponseBodyKind = "iH::ResponseBodyKind";
    public const string ResponseValue = "iH::ResponseValue";
    public const string QueryStyle = "iH::QueryStyle";

    public const string XmlShapes = "iX::XmlShapes";

    public const string ConnectorDescriptor = "iR::ConnectorDescriptor";
    public const string ConnectorOptions = "iR::ConnectorOptions";
    public const string ServerDescriptor = "iR::ServerDescriptor";
    public const string VariableDescriptor = "iR::VariableDescriptor";
    public const string VariableScope = "iR::VariableScope";
    public const string VariableType = "iR::VariableType";
    public const string InteractorBuilder = "iR::InteractorBuilder";

    public const string BasicCredential = "iS::BasicCredential";
    public const string SecurityMethod = "iS::SecurityMethod";
    public const string SecurityKind = "iS::SecurityKind";
    public const string OAuth2Settings = "iS::OAuth2Settings";
    public const string ClientCertificate = "iS::ClientCertificate";
    public const string ClientAuthentication = "iS::ClientAuthentication";
    public const string JwtAssertion = "iS::JwtAssertion";
    public const string OAuth1Settings = "iS::OAuth1Settings";
    public const string OAuth1SignatureMethod = "iS::OAuth1SignatureMethod";
    public const string SigV4Settings = "iS::SigV4Settings";
    public const string DigestSettings = "iS::DigestSettings";
    public const string SamlAssertion = "iS::SamlAssertion";
    public const string ConnectStep = "iS::ConnectStep";
    public const string TokenAnswer = "iS::TokenAnswer";
    public const string NamedToken = "iS::NamedToken";
    public const string NamedTokenRefresh = "iS::NamedTokenRefresh";
    public const string NamedTokenRequest = "iS::NamedTokenRequest";
    public const string IncludedScopes = "iS::IncludedScopes";
    public const string SessionRequest = "iS::SessionRequest";
    public const string RequestSignature = "iS::RequestSignature";
    public const string VerifyRequest = "iS::VerifyRequest";
    public const string DisconnectRequest = "iS::DisconnectRequest";
    public const string AccountIdentity = "iS::AccountIdentity";
}
