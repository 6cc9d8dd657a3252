namespace Interactor.Generators.Tests.Driver;

/// <summary>The least definition that compiles, under any id.</summary>
internal static class SmallConnector
{
    public static MemoryText File(string folder, string? id = null, string owner = "acme", string ns = "") =>
        new($"{folder}/connector.yaml", Text(id ?? folder, owner), ns: ns);

    public static MemoryText Action(string folder, string id) => new(
        $"{folder}/actions/{id}.yaml",
        $$"""
        id: {{id}}
        version: 1.0.0
        name: Get
        effect: read
        input: { type: object, required: [id], properties: { id: { type: string } } }
        request: { path: "/{id}" }
        output: { type: object, properties: { name: { type: string } } }
        """);

    public static string Text(string id, string owner = "acme") =>
        $$"""
        interactor: 1
        owner: {{owner}}
        id: {{id}}
        version: 1.0.0

        servers: { api: "https://api.example.com" }
        egress: [api.example.com]
        defaults: { server: api }

        datatypes:
          User: { type: object, properties: { name: { type: string } } }

        actions:
          user.get:
            version: 1.0.0
            name: Get the User
            effect: read
            request: { path: /user }
            output: { $ref: "#/datatypes/User" }
        """;
}
