namespace Interactor.Host.Backup;

/// <summary>What the values of a column are, in every kind of database.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Bytes,
}
