namespace Interactor.Host.Backup;

/// <summary>A table and its columns. The names come from the host's own migrations.</summary>
internal sealed record TableShape(string Name, IReadOnlyList<ColumnShape> Columns)
{
    public string ColumnList => string.Join(", ", Columns.Select(static column => column.Name));
}
