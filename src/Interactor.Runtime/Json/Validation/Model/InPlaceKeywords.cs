namespace Interactor.Runtime.Json.Validation.Model;

/// <summary>The keywords that apply other schemas to the same value (core, sections 8.2.3 and 10.2).</summary>
internal sealed class InPlaceKeywords
{
    public SchemaReference? Reference { get; init; }

    public SchemaModel[] AllOf { get; init; } = [];

    public SchemaModel[] AnyOf { get; init; } = [];

    public SchemaModel[] OneOf { get; init; } = [];

    public SchemaModel? Not { get; init; }

    public SchemaModel? If { get; init; }

    public SchemaModel? Then { get; init; }

    public SchemaModel? Else { get; init; }
}

/// <summary><c>$ref</c>: its text, and the schema that it names once everything is loaded.</summary>
internal sealed class SchemaReference(string text)
{
    private Func<SchemaModel>? _find;

    public string Text { get; } = text;

    public SchemaModel Target => (_find ?? throw new InvalidOperationException($"The schema's reference '{Text}' is not connected."))();

    public void Connect(Func<SchemaModel> find) => _find = find;
}
