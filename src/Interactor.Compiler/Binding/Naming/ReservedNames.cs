namespace Interactor.Compiler.Binding.Naming;

/// <summary>Names that C# or the generated code has for itself.</summary>
internal static class ReservedNames
{
    // Members that every record has, and words that C# refuses as members of one.
    private static readonly string[] RecordMembers =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "Clone", "EqualityContract",
        "PrintMembers", "Deconstruct",
    ];

    private static readonly string[] EnumMembers =
        ["Value", "IsKnown", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "Clone", "PrintMembers", "Deconstruct"];

    private static readonly string[] UnionMembers =
        ["Match", "Switch", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "GetEnumerator", "Clone", "EqualityContract", "PrintMembers"];

    // The types nested in the class that reads and writes a type hide others of the same name.
    private static readonly string[] JsonMembers = ["Converter", "Known", "Members"];

    /// <summary>Types may not have these names; a type cannot have a member of its own name either.</summary>
    public static IEnumerable<string> ForTypes(string clientPrefix, IEnumerable<string> actionPrefixes) =>
        RecordMembers
            .Concat(EnumMembers)
            .Concat(UnionMembers)
            .Concat(JsonMembers)
            .Concat(((string[])["Client", "Options", "Connector", "Defaults", "XmlShapes", "ServiceCollectionExtensions"]).Select(part => clientPrefix + part))
            .Concat(actionPrefixes.Select(prefix => prefix + "Action"));

    /// <summary>The members of no record may have these names, and none that of its own type.</summary>
    public static HashSet<string> OfRecords { get; } = new(RecordMembers, StringComparer.OrdinalIgnoreCase);

    /// <summary>The members of a record may not have these names.</summary>
    public static IEnumerable<string> InRecord(string typeName) => RecordMembers.Append(typeName);

    /// <summary>The class that reads and writes a type, which the type names: a member of its name would hide it.</summary>
    public static string JsonClassOf(string typeName) => typeName + "Json";

    /// <summary>The known values of an open enum may not have these names.</summary>
    public static IEnumerable<string> InEnum(string typeName) => EnumMembers.Concat([typeName, JsonClassOf(typeName)]);

    /// <summary>The cases of a union may not have these names.</summary>
    public static IEnumerable<string> InUnion(string typeName) => UnionMembers.Concat(["Value", "TResult", "Deconstruct", typeName]);

    /// <summary>A group of the client may not have these property names.</summary>
    public static IEnumerable<string> InGroup(string typeName) => RecordMembers.Append(typeName);

    /// <summary>The generated options may not have these property names: the base class has them.</summary>
    public static IEnumerable<string> InOptions(string typeName) =>
        RecordMembers.Concat([
            typeName, "Account", "Connection", "Values", "HttpHandler", "CertificateHandler", "CredentialStore", "TimeProvider", "LoggerFactory", "AttemptEnded", "NewUuid",
            "ValidateResponses", "MaxResponseBytes", "MaxItemBytes", "StreamIdleTimeout", "AllowInsecureLoopback", "AllowedNetworks", "ScriptRunner",
        ]);
}
