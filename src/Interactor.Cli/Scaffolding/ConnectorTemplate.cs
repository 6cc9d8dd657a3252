using Interactor.Compiler.Binding;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Text;

namespace Interactor.Cli.Scaffolding;

/// <summary>The files of a new connector.</summary>
internal sealed class ConnectorTemplate(string id, string owner)
{
    private string Name => string.Join(' ', id.Split('-', '.').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>What keeps the files from being a connector, such as an id that is none; null for nothing.</summary>
    public string? Problem()
    {
        if (Quoted(id) || Quoted(owner))
        {
            return "An id consists of lower-case letters and digits, with single '.' or '-' between them.";
        }

        EquatableArray<SourceFile> files = Files().Where(f => DefinitionFiles.IsDefinition(f.Path)).Select(f => new SourceFile(f.Path, f.Text)).ToEquatableArray();
        return ConnectorBinder.Bind(new ConnectorSources("", files), CancellationToken.None).Diagnostics
            .FirstOrDefault(d => d.Descriptor.Severity == DiagnosticSeverity.Error)?.Message;
    }

    public IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("connector.yaml", Lines(Settings()));
        yield return ("variables.yaml", Lines(Variables));
        yield return ("actions/item.get.yaml", Lines(Action));
        yield return ("tests/item.get.yaml", Lines(Tests));
        yield return ("guide.md", Lines(Guide()));
    }

    // The texts below take the values as they are, so nothing but the characters of ids may be in them.
    private static bool Quoted(string text) => text.Length == 0 || text.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'));

    private static string Lines(string text) => text.ReplaceLineEndings("\n") + "\n";

    private string Settings() =>
        $$"""
        interactor: 1
        owner: "{{owner}}"
        id: "{{id}}"
        name: "{{Name}}"
        version: 0.1.0
        summary: Says in one sentence what the connector is for.
        guide: guide.md

        servers:
          api: https://api.example.com

        # The only hosts that may ever see a credential.
        egress: [api.example.com]

        defaults:
          server: api
          timeout: 30s
          retry:
            attempts: 3
            statuses: [429, 500-599]
            wait: { header: retry-after, exponential: { base: 1s, cap: 30s } }
          errors:
            - when: "${response.status == 404}"
              code: not_found
              message: "${response.body.message}"

        security:
          key:
            kind: apiKey
            in: header
            name: X-Api-Key
            value: "${variables.api_key}"
        """;

    private const string Variables =
        """
        variables:
          api_key:
            name: API key
            summary: A key of the account.
            scope: account
            secret: true
            askFor: [key]
            guide: "#get-a-key"
        """;

    private const string Action =
        """
        id: item.get
        version: 1.0.0
        name: Get an Item
        summary: Gets one item by its id.
        effect: read
        security: { methods: [key] }

        input:
          type: object
          required: [id]
          properties:
            id: { type: string, minLength: 1, description: The id of the item. }

        request:
          path: /items/{id}

        output:
          type: object
          required: [id, name]
          properties:
            id: { type: string }
            name: { type: string }
        """;

    private const string Tests =
        """
        tests:
          - name: an item is found
            action: item.get
            as: { method: key, variables: { api_key: k1 } }
            given: { id: "42" }
            exchanges:
              - expect: { method: GET, url: "https://api.example.com/items/42", headers: { X-Api-Key: k1 } }
                respond: { json: { id: "42", name: Answer } }
            output: { id: "42", name: Answer }

          - name: there is no such item
            action: item.get
            given: { id: "43" }
            exchanges:
              - expect: { path: /items/43 }
                respond: { status: 404, json: { message: No such item. } }
            error: { code: not_found, message: No such item. }
        """;

    private string Guide() =>
        $"""
        # {Name}

        What the connector does, and for whom.

        ## Get a key

        Where an account's API key is found, step by step.
        """;
}
