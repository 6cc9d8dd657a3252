using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Interactor.Benchmarks.Generation;

/// <summary>A definition file in memory.</summary>
internal sealed class DefinitionText(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);

    /// <summary>A connector of ordinary shape in one file.</summary>
    public static DefinitionText Connector(int number, int actions, string summary)
    {
        string id = "service" + number.ToString(CultureInfo.InvariantCulture);
        System.Text.StringBuilder yaml = new();
        yaml.Append(CultureInfo.InvariantCulture, $$"""
            interactor: 1
            owner: bench
            id: {{id}}
            name: Service {{number}}
            version: 1.0.0
            summary: {{summary}}
            servers: { api: "https://api.{{id}}.example.com" }
            variables:
              token: { name: Token, scope: account, secret: true }
            security:
              token: { kind: bearer, token: "${variables.token}" }
            defaults:
              retry: { attempts: 3, statuses: [429, 500-599], wait: { header: retry-after } }
              errors:
                - { when: "${response.status == 404}", code: not_found, message: "${response.body.message}" }
            datatypes:
              Item:
                type: object
                required: [id, name]
                properties:
                  id: { type: integer, format: int64 }
                  name: { type: string, maxLength: 200 }
                  state: { type: string, enum: [active, archived] }
                  tags: { type: array, items: { type: string } }
                  createdAt: { type: string, format: date-time }
                  owner:
                    type: object
                    properties:
                      login: { type: string }
                      score: { type: number }
            actions:

            """);
        for (int i = 0; i < actions; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $$"""
                  item.do{{i}}:
                    version: 1.0.0
                    name: Do {{i}}
                    effect: write
                    input:
                      type: object
                      required: [id, name]
                      properties:
                        id: { type: integer, minimum: 1 }
                        name: { type: string, minLength: 1, maxLength: 200 }
                        tags: { type: array, items: { type: string }, maxItems: 20 }
                    request:
                      method: POST
                      path: /items/{id}/do{{i}}
                      query: { verbose: "true", tag: "${input.tags}" }
                      json: { name: "${input.name}", nested: { again: "${input.name}" } }
                    output: { $ref: "#/datatypes/Item" }

                """);
        }

        return new DefinitionText($"/definitions/{id}/connector.yaml", yaml.ToString());
    }
}
