namespace Interactor.Import.Model;

/// <summary>How one field of a form is written.</summary>
public sealed record ImportedEncoding(string Field)
{
    public string? Style { get; init; }

    public bool? Explode { get; init; }

    public string? ContentType { get; init; }
}
