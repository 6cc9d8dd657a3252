namespace Interactor.Cli.Tests;

/// <summary>A folder with a space in its name, and a small connector in it; both are gone after the test.</summary>
internal sealed class Workspace : IDisposable
{
    private const string Definition =
        """
        interactor: 1
        owner: tests
        id: shop
        version: 1.0.0
        servers: { api: "https://api.shop.example" }
        egress: [api.shop.example, id.shop.example]
        defaults:
          server: api
          errors:
            - { when: "${response.status == 404}", code: not_found, message: "${response.body.message}", providerCode: "${response.body.code}" }
        security:
          token: { kind: bearer, token: "${variables.token}" }
          oauth:
            kind: oauth2.code
            authorize: { url: "https://id.shop.example/authorize" }
            token: { url: "https://id.shop.example/token" }
            app: { clientId: "${variables.client_id}" }
            connect:
              - { request: { url: "https://api.shop.example/me" }, facts: { shopId: "${response.body.shop.id}" } }
        variables:
          token: { scope: account, secret: true, askFor: [token] }
          client_id: { scope: app, askFor: [oauth] }
          region: { scope: account, default: eu }
        actions:
          order.get:
            version: 2.0.0
            name: Get an Order
            effect: read
            security: { methods: [token] }
            input: { type: object, required: [id], properties: { id: { type: string, minLength: 2 }, lines: { type: integer, maximum: 9 } } }
            request: { path: "/${variables.region}/orders/{id}", query: { lines: "${input.lines}" } }
            output: { type: object, required: [id, note], properties: { id: { type: string }, note: { type: string } } }
          order.list:
            version: 1.0.0
            name: List Orders
            effect: read
            security: { methods: [oauth] }
            request: { path: "/shops/${account.shopId}/orders" }
            responses: { 200: { application/json: { type: array, items: { type: string } } } }
            output: { type: object, required: [orders], properties: { orders: { type: array, items: { type: string } } } }
            map: { orders: "${response.body}" }
          status.get:
            version: 1.0.0
            name: Get the Status
            effect: read
            security: { methods: [] }
            request: { path: /status }
            output: { type: object, required: [up], properties: { up: { type: boolean } } }
        tests:
          - name: an order
            action: order.get
            given: { id: "o1" }
            exchanges:
              - { expect: { path: /eu/orders/o1 }, respond: { json: { id: o1, note: "Zoë <3 & 日本" } } }
            output: { id: o1, note: "Zoë <3 & 日本" }
          - name: no order
            action: order.get
            given: { id: "o2" }
            exchanges:
              - { expect: { path: /eu/orders/o2 }, respond: { status: 404, json: { message: There is no o2., code: E7 } } }
            error: { code: not_found }
        """;

    public Workspace() => Write("shop/connector.yaml", Definition);

    public string Path { get; } = Directory.CreateTempSubdirectory("interactor cli ").FullName;

    public string Shop => In("shop");

    public string In(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        string file = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>Changes the connector.</summary>
    public void Replace(string find, string replacement)
    {
        string file = In("shop/connector.yaml");
        string text = File.ReadAllText(file);
        Assert.Contains(find, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(find, replacement, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
