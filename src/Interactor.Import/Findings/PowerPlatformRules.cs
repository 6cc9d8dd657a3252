namespace Interactor.Import.Findings;

/// <summary>What the importer of Power Platform connectors says beside <see cref="ImportRules"/>.</summary>
public static class PowerPlatformRules
{
    // Files of the folder.
    public static readonly ImportRule NoDefinition = Error("pp-definition", "The folder has no apiDefinition.swagger.json");
    public static readonly ImportRule NoProperties = Approximated("pp-properties", "There is no apiProperties.json: methods of authentication are those of the definition");
    public static readonly ImportRule Script = Approximated("pp-script", "The answers of the action '{0}' are made by {1}, which is not carried out: it sends and returns what the definition says");
    public static readonly ImportRule Branding = Dropped("pp-branding", "{0} has no place in a definition");

    // Connection parameters.
    public static readonly ImportRule ParameterType = Dropped("pp-parameter-type", "A connection parameter of the type '{0}' is left out");
    public static readonly ImportRule ParameterDefault = Dropped("pp-parameter-default", "The default '{0}' does not fit the variable '{1}' and is left out");
    public static readonly ImportRule SecretInUrl = Approximated("pp-secret-in-url", "'{0}' is part of an address, so it is no secret");
    public static readonly ImportRule OAuthEndpoints = Approximated("pp-oauth-endpoints", "The identity provider '{0}' says no usable {1}: the variable '{2}' asks for it");
    public static readonly ImportRule OAuthTemplate = Dropped("pp-oauth-template", "'{0}' of the template is left out");
    public static readonly ImportRule NoPlace = Approximated("pp-credential", "Nothing says where '{0}' is sent: no header or parameter carries it");

    // Policies.
    public static readonly ImportRule PolicyUnknown = Dropped("pp-policy-unknown", "There is no policy '{0}'.{1}");
    public static readonly ImportRule PolicyDropped = Dropped("pp-policy", "The policy '{0}' is left out: {1}. Actions: {2}");
    public static readonly ImportRule PolicyTemplate = Dropped("pp-policy-template", "'{0}' of the policy '{1}' cannot be said in a definition: the policy is left out. Actions: {2}");
    public static readonly ImportRule PolicyOperation = Dropped("pp-policy-operation", "The policy '{0}' names the operation '{1}', which does not exist.{2}");
    public static readonly ImportRule PolicyApproximated = Approximated("pp-policy-close", "The policy '{0}' is close to what the definition says: {1}");

    // Extensions.
    public static readonly ImportRule ExtensionMisspelt = Dropped("pp-extension-misspelt", "'{0}' is no extension. Did you mean '{1}'?");
    public static readonly ImportRule ExtensionUnknown = Dropped("pp-extension-unknown", "The extension '{0}' is not known and left out");
    public static readonly ImportRule ExtensionDropped = Dropped("pp-extension", "'{0}' is left out: {1}");
    public static readonly ImportRule ExtensionForm = Error("pp-extension-form", "'{0}' must be {1}; it is left out");
    public static readonly ImportRule FixedInBody = Approximated("pp-internal", "'{0}' is internal and part of the body: callers give its value {1} themselves");
    public static readonly ImportRule UrlEncoding = Approximated("pp-url-encoding", "'{0}' is encoded once here, not {1}");
    public static readonly ImportRule ValuesOperation = Dropped("pp-values-operation", "The choices of this value come from the operation '{0}', which does not exist.{1}");
    public static readonly ImportRule Subscription = Approximated("pp-trigger", "The trigger is kept as the subscription '{0}', which is not carried out yet; the action '{1}' sends its request");
    public static readonly ImportRule Pageable = Approximated("pp-pageable", "The pages that '{0}' links are kept as 'paginate'");

    private static ImportRule Error(string slug, string message) => new(FindingKind.Error, slug, message);

    private static ImportRule Approximated(string slug, string message) => new(FindingKind.Approximated, slug, message);

    private static ImportRule Dropped(string slug, string message) => new(FindingKind.Dropped, slug, message);
}
