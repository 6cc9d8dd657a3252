namespace Interactor.Import.Findings;

/// <summary>Everything that the importer of OpenAPI says about documents.</summary>
public static class ImportRules
{
    // The document.
    public static readonly ImportRule NotOpenApi = Error("not-openapi", "This is no OpenAPI document: it has neither 'openapi' nor 'swagger' at its top");
    public static readonly ImportRule UnknownVersion = Error("unknown-version", "{0} is not read: Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2 are");
    public static readonly ImportRule ReadAs31 = Approximated("openapi-3.2", "OpenAPI 3.2 is read as 3.1; what 3.2 adds is left out");
    public static readonly ImportRule NoOperations = Dropped("no-operations", "The document has no operations to import");
    public static readonly ImportRule PatternFitsNothing = Approximated("pattern-unused", "{0}");
    public static readonly ImportRule PatternsLeaveNothing = Error("pattern-nothing", "{0}");
    public static readonly ImportRule WrongForm = Error("wrong-form", "{0} must be {1}; it is left out");
    public static readonly ImportRule BrokenReference = Error("broken-reference", "The reference '{0}' is broken, and what refers to it is left out: {1}");
    public static readonly ImportRule BrokenSchemaReference = Approximated("broken-schema-reference", "The reference '{0}' leads to no schema in the folder: any value is taken");
    public static readonly ImportRule UnusedSchema = Dropped("unused-schema", "No operation uses the schema '{0}': it is left out");

    // Servers.
    public static readonly ImportRule ServerByVariable = Approximated("server-variable", "The document gives no absolute address: the variable '{0}' asks for it");
    public static readonly ImportRule ServerHttp = Approximated("server-http", "'{0}' is not encrypted: https is used");
    public static readonly ImportRule ServerCut = Approximated("server-query", "A query, fragment or user name of a server's URL is left out: '{0}'");
    public static readonly ImportRule ServerUnusable = Dropped("server-unusable", "'{0}' is no address that requests can be sent to");
    public static readonly ImportRule ServerAlternatives = Approximated("server-alternatives", "Of several servers of an operation the first is used");
    public static readonly ImportRule ServerDefault = Approximated("server-default", "The value '{0}' does not fit the variable '{1}' and is not its default");

    // Security.
    public static readonly ImportRule SecurityUnknown = Approximated("security-undefined", "The security scheme '{0}' is not defined and left out");
    public static readonly ImportRule SecurityAssumed = Approximated("security-assumed", "No operation says which security scheme it needs: all of the document's schemes are offered");
    public static readonly ImportRule SecurityImplicit = Approximated("security-implicit", "The implicit flow of '{0}' has no token endpoint: the token itself is asked for");
    public static readonly ImportRule SecurityPassword = Approximated("security-password", "The password flow of '{0}' is not imported: the token itself is asked for");
    public static readonly ImportRule SecurityNoFlow = Approximated("security-flow", "'{0}' has no flow with usable endpoints: the token itself is asked for");
    public static readonly ImportRule SecurityKind = Approximated("security-kind", "'{0}' of the scheme '{1}' is not supported: {2}");
    public static readonly ImportRule SecurityUrl = Approximated("security-url", "'{0}' is no usable URL of the scheme '{1}': the token itself is asked for");
    public static readonly ImportRule SecurityHttp = Approximated("security-http", "'{0}' is not encrypted: https is used");
    public static readonly ImportRule SecuritySlot = Approximated("security-combination", "'{0}' and '{1}' fill the same place of a request: only '{0}' is used");
    public static readonly ImportRule SecurityScopes = Approximated("security-scopes", "Of the alternative scopes of '{0}' the first are asked for");

    // Operations.
    public static readonly ImportRule OperationExact = new(FindingKind.Exact, "operation", "{0} {1} is the action '{2}'");
    public static readonly ImportRule OperationIdMissing = Approximated("operation-id-missing", "The operation has no operationId: its action is named '{0}' after its path");
    public static readonly ImportRule OperationIdTaken = Approximated("operation-id-taken", "Another operation has the id '{0}' already: this one is '{1}'");
    public static readonly ImportRule MethodUnknown = Dropped("method", "Operations of the method '{0}' are left out");
    public static readonly ImportRule Links = Dropped("links", "Links between operations are left out");
    public static readonly ImportRule ResponseHeaders = Dropped("response-headers", "The types of response headers are left out");
    public static readonly ImportRule LongRunning = Dropped("long-running", "The operation begins a job, and its action gives the first answer: awaiting the end, with the result from '{0}', is left to 'poll'");
    public static readonly ImportRule Callbacks = Approximated("callbacks", "The callback is kept as the subscription '{0}', which is not carried out yet");
    public static readonly ImportRule Webhooks = Approximated("webhooks", "The webhook is kept as the subscription '{0}', which is not carried out yet");

    // Paths.
    public static readonly ImportRule PathFragment = Approximated("path-fragment", "'{0}' behind the path is sent as a query parameter");
    public static readonly ImportRule PathFragmentDropped = Dropped("path-fragment-dropped", "'{0}' behind the path never reaches a server and is left out");
    public static readonly ImportRule PathParameterUndeclared = Approximated("path-parameter-undeclared", "'{0}' in the path is not declared: any text is taken");
    public static readonly ImportRule PathParameterUnused = Dropped("path-parameter-unused", "The path has no place for the parameter '{0}'");

    // Parameters.
    public static readonly ImportRule ParameterIgnored = Dropped("parameter-ignored", "OpenAPI ignores a header parameter '{0}': the client writes this header itself");
    public static readonly ImportRule ParameterHeader = Dropped("parameter-header", "The header '{0}' cannot be set: {1}");
    public static readonly ImportRule ParameterTwice = Dropped("parameter-twice", "The parameter '{0}' stands here already");
    public static readonly ImportRule ParameterRenamed = Approximated("parameter-renamed", "Two parameters are called '{0}': this one is '{1}' in the input");
    public static readonly ImportRule ParameterLocation = Dropped("parameter-location", "A parameter in '{0}' is left out");
    public static readonly ImportRule ParameterStyle = Approximated("parameter-style", "The style '{0}' of the parameter '{1}' is not known here: it is written as '{2}'");
    public static readonly ImportRule ParameterEmptyValue = Dropped("parameter-empty", "allowEmptyValue of '{0}' is left out");

    // Bodies and responses.
    public static readonly ImportRule BodyMediaTypes = Dropped("body-media-types", "The body is sent as {0}; {1} is left out");
    public static readonly ImportRule BodyXml = Approximated("body-xml", "The body '{0}' is given as text: its schema names no root element, or is that of a text");
    public static readonly ImportRule BodyKind = Approximated("body-media-type", "The body '{0}' is given as {1}");
    public static readonly ImportRule BodyPart = Approximated("body-part", "The parts of the body have no names: one part '{0}' is sent");
    public static readonly ImportRule ResponseMediaTypes = Dropped("response-media-types", "The response is read as {0}; {1} is left out");
    public static readonly ImportRule ResponseXml = Approximated("response-xml", "The response '{0}' is read as {1}, which its schema says it is");
    public static readonly ImportRule ResponseStatus = Dropped("response-status", "'{0}' is no status");
    public static readonly ImportRule ResponseDefault = Approximated("response-default", "No successful response is declared: the default one is taken for it");
    public static readonly ImportRule ResponseKinds = Dropped("response-kinds", "The body of {0} is read in another way than that of the statuses before (JSON, XML, text or bytes) and left out");
    public static readonly ImportRule ResponseBinary = Approximated("response-binary", "A response of {0} that is binary is read as bytes");
    public static readonly ImportRule ResponseStream = Approximated("response-stream", "The response {0} is handed on while it arrives, as a stream of {1}");
    public static readonly ImportRule ResponseStreamText = Approximated("response-stream-text", "The events of the response are of several forms: their data is given as text");
    public static readonly ImportRule MediaTypeInvalid = Approximated("media-type", "'{0}' is no media type: it is taken for {1}");
    public static readonly ImportRule EncodingHeaders = Dropped("encoding-headers", "Headers of the part '{0}' are left out");

    private static ImportRule Error(string slug, string message) => new(FindingKind.Error, slug, message);

    private static ImportRule Approximated(string slug, string message) => new(FindingKind.Approximated, slug, message);

    private static ImportRule Dropped(string slug, string message) => new(FindingKind.Dropped, slug, message);
}
