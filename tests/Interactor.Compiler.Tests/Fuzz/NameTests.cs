using System.Globalization;
using System.Text.Json;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.Fuzz;

/// <summary>Names that get in each other's way, and in the way of C# and of the generated code, many of them in one connector.</summary>
public sealed class NameTests
{
    private const int Seed = 20261;

    private static readonly string[] Names =
    [
        "value", "Value", "equals", "Equals", "to-string", "ToString", "get_hash_code", "GetType", "clone", "Clone", "finalize", "deconstruct", "print members",
        "equality_contract", "schema", "contract", "try_read", "write", "text", "number", "list", "object", "boolean", "input", "output", "response", "request",
        "context", "frame", "item", "json", "draft", "draftJson", "DraftJson", "draft_json", "draft_input", "DraftInput", "draftAction", "draft-actions",
        "draftOutput", "draftModel", "client", "options", "NamesClient", "names_options", "NamesConnector", "names defaults", "additional_properties", "AdditionalProperties",
        "account", "values", "connection", "http_handler", "validate responses", "class", "int", "string", "bool", "var", "record", "field", "await", "global", "system",
        "System", "interactor", "Interactor", "task", "Utf8JsonWriter", "JsonScanner", "scanner", "seen", "member", "known", "members", "converter", "isRead", "JsonValue", "Optional", "one", "other", "others", "reader", "writer",
        "one_two", "oneTwo", "OneTwo", "one-two", "onetwo", "1", "1a", "a1", "_", "__", "é", "É", "ß", "İ", "ı", "名前", "a", "A", "aa", "aA", "match", "switch", "from_items",
        "is_known", "IsKnown", "builder", "executor", "_executor", "send", "sendAsync", "build", "map", "descriptor", "Descriptor", "create_frame", "message", "result",
        "readValue", "hasValue", "theValue", "get_enumerator", "name_of", "nameof", "choice", "Choice2", "known", "members", "case_of", "find", "found", "scanner", "unknown", "UnknownValue", "case", "TResult", "T", "base", "rest",
        "item1", "item 2", "converter", "seen", "isRead", "Func", "value__", "GetEnumerator", "-id", "id", "@id", "Etc/GMT+1", "Etc/GMT-1", "Etc/GMT+12", "+1", "-1", "\U0001F600", "dollar$", "a.b", "a b", "a/b", "-", "--", "+", ">=", "%", "", " ",
    ];

    private static readonly string[] Ids =
    [
        "draft", "draft.json", "draft-json", "draft.send", "draft.send.now", "draft.send.async", "draft-send", "draftsend", "value", "equals", "get-type", "to-string", "class", "int",
        "string", "system", "interactor", "task", "client", "names", "names.client", "names-client", "options", "input", "output", "executor", "a", "a.b", "a.b.c", "a-b", "ab", "a1", "a.1",
        "actions", "draft.actions", "draft-actions", "build", "map", "descriptor", "schema", "contract", "text", "number", "list",
    ];

    private static readonly string[] Words = [.. Names.Where(n => n.Length > 0 && n.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(n[0]))];

    // INTERACTOR_FUZZ_COUNT asks for a longer run.
    public static TheoryData<int> Rounds { get; } = new(Enumerable.Range(
        0,
        int.TryParse(Environment.GetEnvironmentVariable("INTERACTOR_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 12));

    [Fact]
    public void An_older_major_keeps_apart_from_an_action_named_like_it()
    {
        const string yaml = """
            interactor: 1
            id: names
            version: 1.0.0
            servers: { api: "https://api.example.com" }
            actions:
              - { id: draft, version: 1.0.0, name: Old, effect: read, request: { path: /a }, input: { type: object, properties: { a: { type: string } } } }
              - { id: draft, version: 2.0.0, name: New, effect: read, request: { path: /a }, input: { type: object, properties: { a: { type: string } } } }
              - { id: draft.v1, version: 1.0.0, name: Other, effect: read, request: { path: /a }, input: { type: object, properties: { a: { type: string } } } }
              - { id: draftv1, version: 1.0.0, name: Third, effect: read, request: { path: /a }, input: { type: object, properties: { a: { type: string } } } }
            """;

        GeneratedCode.AssertCompiles(Definition.Compile(Definition.Of(yaml)).Files);
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void Any_names_stand_beside_each_other(int round)
    {
        Random random = new(Seed + round);
        string json = JsonSerializer.Serialize(Connector(random));

        CompiledConnector compiled = Definition.Compile(Definition.Of(("connector.json", json)));

        Assert.DoesNotContain(compiled.Bound.Diagnostics, d => d.Descriptor.Severity == DiagnosticSeverity.Error);
        Assert.Equal(compiled.Files.Count, compiled.Files.Select(f => f.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        IEnumerable<GeneratedFile> files = compiled.Files;
        GeneratedCode.AssertCompiles(files);
    }

    private static object Connector(Random random) => new Dictionary<string, object>
    {
        ["interactor"] = 1,
        ["id"] = "names",
        ["owner"] = Some(Ids, 1, random)[0],
        ["version"] = "1.0.0",
        ["servers"] = new Dictionary<string, object> { ["api"] = "https://api.example.com" },
        ["variables"] = Some(Words, 12, random).ToDictionary(n => n, _ => (object)new { name = "A variable", required = false }),
        ["security"] = Some(Ids, 3, random).ToDictionary(n => n, _ => (object)new { kind = "none" }),
        ["datatypes"] = Datatypes(random),
        ["actions"] = Some(Ids, 16, random).ToDictionary(n => n, n => random.Next(3) == 0 ? Steps(random) : Request(random)),
    };

    private static Dictionary<string, object> Datatypes(Random random)
    {
        string[] names = Some(Names, 48, random);
        Dictionary<string, object> datatypes = names.ToDictionary(n => n, _ => Schema(random, depth: 0));

        // A base with those who extend it, and a union of whichever datatypes with a discriminator.
        foreach (string derived in names[1..6])
        {
            datatypes[derived] = new { allOf = new object[] { Reference(names[0]), new { properties = Texts(Some(Names, 5, random)) } } };
        }

        string tag = Some(Names, 1, random)[0];
        datatypes[names[0]] = new
        {
            type = "object",
            required = new[] { tag },
            properties = Texts([.. Some(Names, 4, random), tag]),
            discriminator = new { propertyName = tag, mapping = new Dictionary<string, string> { [names[3]] = Pointer(names[2]), [names[2]] = Pointer(names[3]) } },
        };
        string[] tagged = names[6..10];
        foreach (string one in tagged)
        {
            datatypes[one] = Record(random, 1);
        }

        datatypes[names[10]] = new { oneOf = tagged.Select(Reference), discriminator = new { propertyName = tag } };
        datatypes[names[11]] = new { anyOf = names[12..18].Select(Reference) };
        return datatypes;
    }

    private static Dictionary<string, object> Texts(string[] names) => names.Distinct(StringComparer.Ordinal).ToDictionary(n => n, _ => (object)new { type = "string" });

    private static Dictionary<string, string> Reference(string name) => new() { ["$ref"] = Pointer(name) };

    private static string Pointer(string name) =>
        "#/datatypes/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal).Replace("%", "%25", StringComparison.Ordinal);

    private static object Schema(Random random, int depth) => (depth < 2 ? random.Next(10) : 3) switch
    {
        0 or 1 => Record(random, depth),
        2 => new { type = "string", @enum = Some(Names, 10, random) },
        4 => new { oneOf = new object[] { new { type = "string" }, new { type = "array", items = Schema(random, depth + 1) }, Record(random, depth + 1) } },
        5 => new { type = "array", items = Schema(random, depth + 1) },
        6 => new { type = "integer", @enum = Enumerable.Range(-2, 5) },
        7 => new { type = new[] { "string", "boolean", "array" } },
        8 => new { oneOf = Some(Names, 3, random).Select(n => new { title = Some(Names, 1, random)[0], type = "object", required = new[] { "kind" }, properties = new { kind = new { @const = n } } }) },
        _ => new { type = random.Next(2) == 0 ? new[] { "string", "null" } : new[] { "integer" } },
    };

    private static object Record(Random random, int depth)
    {
        string[] names = Some(Names, 8, random);
        return new
        {
            type = "object",
            required = names.Where(_ => random.Next(2) == 0),
            properties = names.ToDictionary(n => n, _ => Schema(random, depth + 1)),
            additionalProperties = random.Next(3) switch { 0 => false, 1 => (object)true, _ => new { type = "string" } },
        };
    }

    private static object Request(Random random) => new
    {
        version = "1.0.0",
        name = "An action",
        effect = "write",
        input = Record(random, 1),
        request = new { method = "POST", path = "/x", json = new { whole = "${input}" } },
        output = Schema(random, 1),
    };

    private static object Steps(Random random)
    {
        string[] ids = Some(Words, 4, random);
        return new
        {
            version = "1.0.0",
            name = "An action of steps",
            effect = "write",
            input = Record(random, 1),
            steps = ids.Select((id, i) => new
            {
                id,
                request = new { path = "/x" },
                response = Record(random, 1),
                set = Some([.. Words.Except(["status", "headers", "body", "raw"])], 3, random).ToDictionary(n => n, _ => "${response.status}"),
            }),
            output = new { type = "integer" },
            map = $"${{steps.{ids[0]}.status}}",
        };
    }

    private static string[] Some(string[] names, int count, Random random) => [.. random.GetItems(names, count).Distinct(StringComparer.Ordinal)];
}
