using Interactor.Compiler.Schemas;

namespace Interactor.Conformance.Running;

/// <summary>A draft as the suite's folders are called.</summary>
internal sealed record Draft(string Name, SchemaDialect Dialect)
{
    public static IReadOnlyList<Draft> All { get; } =
    [
        new("draft4", SchemaDialect.Draft4),
        new("draft6", SchemaDialect.Draft6),
        new("draft7", SchemaDialect.Draft7),
        new("draft2019-09", SchemaDialect.Draft201909),
        new("draft2020-12", SchemaDialect.Draft202012),
    ];

    public static Draft Newest => All[^1];

    /// <summary>The draft of that name; <c>2020-12</c> and <c>7</c> are names too.</summary>
    public static Draft? Find(string name) => All.FirstOrDefault(d => d.Name == name || d.Name == "draft" + name);
}
