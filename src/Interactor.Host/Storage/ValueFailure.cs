using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Interactor.Host.Storage;

/// <summary>Tells what a database says of the values that it was given, which stays so, from all that may work later.</summary>
internal static class ValueFailure
{
    // SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH and SQLITE_RANGE.
    private static readonly int[] OfSqlite = [18, 19, 20, 25];

    /// <summary>Whether a failure is one of a value: a data exception or the violation of a constraint (SQL:2016, classes 22 and 23).</summary>
    public static bool Is(DbException failure) => failure switch
    {
        SqliteException sqlite => OfSqlite.Contains(sqlite.SqliteErrorCode),
        { SqlState: { } state } => state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal),
        _ => false,
    };
}
