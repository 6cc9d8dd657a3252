namespace Interactor.Import.Findings;

/// <summary>What the importer of provider configurations says beside <see cref="ImportRules"/>.</summary>
public static class ProviderRules
{
    public static readonly ImportRule NotProviders = Error("providers-file", "The file is no mapping of providers by name");
    public static readonly ImportRule Form = Error("provider-form", "{0} must be {1}");
    public static readonly ImportRule Alias = Error("provider-alias", "There is no provider '{0}' of which '{1}' is another name.{2}");
    public static readonly ImportRule Name = Error("provider-name", "'{0}' is not declared by the provider '{1}'.{2}");
    public static readonly ImportRule Expression = Error("provider-expression", "'{0}' is no expression: {1}");
    public static readonly ImportRule NotConverted = Error("provider-kind", "The provider '{0}' is not converted: {1}");

    public static readonly ImportRule Address = Approximated("provider-address", "'{0}' is no address with a fixed host: the variable '{1}' asks for it");
    public static readonly ImportRule NoCredential = Approximated("provider-credential", "Nothing says where the key is sent: no header or parameter carries it");
    public static readonly ImportRule Secret = Approximated("provider-secret", "'{0}' is part of an address, so it is no secret");
    public static readonly ImportRule Automated = Approximated("provider-automated", "'{0}' is found out by a script: here it is given");
    public static readonly ImportRule Pattern = Approximated("provider-pattern", "The pattern of '{0}' is no regular expression of .NET: any value is taken");
    public static readonly ImportRule Default = Approximated("provider-default", "The default of '{0}' does not fit it and is left out");
    public static readonly ImportRule Registration = Approximated("provider-registration", "The client is not registered by itself: the id of a registered one is asked for");
    public static readonly ImportRule Pagination = Approximated("provider-pages", "Pages are kept as a note: there are no actions that have them");
    public static readonly ImportRule Verification = Dropped("provider-verification", "The verification is left out: {0}");
    public static readonly ImportRule Setting = Dropped("provider-setting", "'{0}' is left out: {1}");

    private static ImportRule Error(string slug, string message) => new(FindingKind.Error, slug, message);

    private static ImportRule Approximated(string slug, string message) => new(FindingKind.Approximated, slug, message);

    private static ImportRule Dropped(string slug, string message) => new(FindingKind.Dropped, slug, message);
}
