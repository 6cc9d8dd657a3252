namespace Interactor.Host.Backup;

/// <summary>A column and what its values are.</summary>
internal sealed record ColumnShape(string Name, ColumnKind Kind)
{
    /// <summary>What the values of a declared type are.</summary>
    /// <exception cref="NotSupportedException">A migration uses a type that backups do not know.</exception>
    public static ColumnKind KindOf(string type) => type switch
    {
        "TEXT" => ColumnKind.Text,
        "BIGINT" => ColumnKind.Number,
        "BYTEA" => ColumnKind.Bytes,
        _ => throw new NotSupportedException($"A backup knows no columns of the type {type}."),
    };
}
