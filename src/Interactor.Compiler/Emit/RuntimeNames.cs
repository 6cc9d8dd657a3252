namespace Interactor.Compiler.Emit;

/// <summary>The types of the runtime that emitted code names: the one place where the compiler knows them.</summary>
public static class RuntimeNames
{
    public const string JsonValue = "global::Interactor.Runtime.Json.JsonValue";

    public const string TextFunctions = "global::Interactor.Runtime.Expressions.TextFunctions";
    public const string EncodingFunctions = "global::Interactor.Runtime.Expressions.EncodingFunctions";
    public const string JsonFunctions = "global::Interactor.Runtime.Expressions.JsonFunctions";
    public const string TimeFunctions = "global::Interactor.Runtime.Expressions.TimeFunctions";
    public const string HashFunctions = "global::Interactor.Runtime.Expressions.HashFunctions";
    public const string MimeFunctions = "global::Interactor.Runtime.Expressions.MimeFunctions";
    public const string NumberFunctions = "global::Interactor.Runtime.Expressions.NumberFunctions";
    public const string ConvertFunctions = "global::Interactor.Runtime.Expressions.ConvertFunctions";
    public const string AnyFunctions = "global::Interactor.Runtime.Expressions.AnyFunctions";
    public const string ListFunctions = "global::Interactor.Runtime.Expressions.ListFunctions";
    public const string MapFunctions = "global::Interactor.Runtime.Expressions.MapFunctions";
    public const string ExpressionPlace = "global::Interactor.Runtime.Expressions.ExpressionPlace";

    public const string JsonContract = "global::Interactor.Runtime.Json.JsonContract";
    public const string JsonContracts = "global::Interactor.Runtime.Json.JsonContracts";
    public const string JsonSchema = "global::Interactor.Runtime.Json.JsonSchema";
    public const string JsonScanner = "global::Interactor.Runtime.Json.JsonScanner";
    public const string JsonKinds = "global::Interactor.Runtime.Json.JsonKinds";
    public const string JsonTagChoice = "global::Interactor.Runtime.Json.JsonTagChoice";
    public const string JsonKeyChoice = "global::Interactor.Runtime.Json.JsonKeyChoice";
    public const string JsonTrialChoice = "global::Interactor.Runtime.Json.JsonTrialChoice";
    public const string JsonMemberTable = "global::Interactor.Runtime.Json.JsonMemberTable";
    public const string JsonMapBuilder = "global::Interactor.Runtime.Json.JsonMapBuilder";
    public const string JsonKnownTexts = "global::Interactor.Runtime.Json.JsonKnownTexts";
    public const string JsonConstant = "global::Interactor.Runtime.Json.JsonConstant";
    public const string JsonRead = "global::Interactor.Runtime.Json.JsonRead";
    public const string JsonCheck = "global::Interactor.Runtime.Json.JsonCheck";
    public const string JsonEmit = "global::Interactor.Runtime.Json.JsonEmit";
    public const string JsonContractConverter = "global::Interactor.Runtime.Json.JsonContractConverter";
    public const string JsonTextRule = "global::Interactor.Runtime.Json.JsonTextRule";
    public const string ByContent = "global::Interactor.Runtime.Json.ByContent";
    public const string Content = "global::Interactor.Runtime.Json.Content";
    public const string MemberText = "global::Interactor.Runtime.Json.MemberText";
    public const string ExtensionData = "global::Interactor.Runtime.Json.ExtensionData";
    public const string Optional = "global::Interactor.Runtime.Json.Optional";

    public const string ActionDescriptor = "global::Interactor.Runtime.ActionDescriptor";
    public const string RequestAction = "global::Interactor.Runtime.RequestAction";
    public const string MappedRequestAction = "global::Interactor.Runtime.MappedRequestAction";
    public const string StepsAction = "global::Interactor.Runtime.StepsAction";
    public const string RequestStep = "global::Interactor.Runtime.RequestStep";
    public const string ForEachStep = "global::Interactor.Runtime.ForEachStep";
    public const string ActionEffect = "global::Interactor.Runtime.ActionEffect";
    public const string ActionIdempotency = "global::Interactor.Runtime.ActionIdempotency";
    public const string RetryRules = "global::Interactor.Runtime.RetryRules";
    public const string StatusRange = "global::Interactor.Runtime.StatusRange";
    public const string ErrorRule = "global::Interactor.Runtime.ErrorRule";
    public const string ErrorRuleScope = "global::Interactor.Runtime.ErrorRuleScope";
    public const string ErrorCode = "global::Interactor.Runtime.ErrorCode";
    public const string ActionContext = "global::Interactor.Runtime.ActionContext";
    public const string ActionOptions = "global::Interactor.Runtime.ActionOptions";
    public const string ActionExecutor = "global::Interactor.Runtime.ActionExecutor";

    public const string RequestBuilder = "global::Interactor.Runtime.Http.RequestBuilder";
    public const string ResponseBodyKind = "global::Interactor.Runtime.Http.ResponseBodyKind";
    public const string ResponseValue = "global::Interactor.Runtime.Http.ResponseValue";
    public const string QueryStyle = "global::Interactor.Runtime.Http.QueryStyle";

    public const string ConnectorDescriptor = "global::Interactor.Runtime.ConnectorDescriptor";
    public const string ConnectorOptions = "global::Interactor.Runtime.ConnectorOptions";
    public const string ServerDescriptor = "global::Interactor.Runtime.ServerDescriptor";
    public const string VariableDescriptor = "global::Interactor.Runtime.VariableDescriptor";
    public const string VariableScope = "global::Interactor.Runtime.VariableScope";
    public const string VariableType = "global::Interactor.Runtime.VariableType";
    public const string InteractorBuilder = "global::Interactor.Runtime.InteractorBuilder";

    public const string BasicCredential = "global::Interactor.Runtime.Security.BasicCredential";
    public const string SecurityMethod = "global::Interactor.Runtime.Security.SecurityMethod";
    public const string SecurityKind = "global::Interactor.Runtime.Security.SecurityKind";
    public const string OAuth2Settings = "global::Interactor.Runtime.Security.OAuth2Settings";
    public const string ClientAuthentication = "global::Interactor.Runtime.Security.ClientAuthentication";
    public const string ConnectStep = "global::Interactor.Runtime.Security.ConnectStep";
    public const string VerifyRequest = "global::Interactor.Runtime.Security.VerifyRequest";
    public const string DisconnectRequest = "global::Interactor.Runtime.Security.DisconnectRequest";
    public const string AccountIdentity = "global::Interactor.Runtime.Security.AccountIdentity";
}
