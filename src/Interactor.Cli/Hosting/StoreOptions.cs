using System.CommandLine;

namespace Interactor.Cli.Hosting;

/// <summary>The options that say where a host keeps what it keeps.</summary>
internal static class StoreOptions
{
    /// <summary>The variable of the environment that says the same as <c>--connection</c>, which programs of the machine can read.</summary>
    public const string ConnectionVariable = "INTERACTOR_CONNECTION";

    public static Option<string> Data() => new("--data") { Description = "The directory of the database and the key ring.", HelpName = "DIR", DefaultValueFactory = static _ => ".interactor" };

    public static Option<string?> Connection() => new("--connection")
    {
        Description = $"The connection string of a PostgreSQL database, in place of a SQLite file in --data. {ConnectionVariable} says the same.",
        HelpName = "STRING",
    };

    public static Option<string?> PublicUrl() => new("--public-url") { Description = "The address by which browsers reach the host, where it is another one.", HelpName = "URL" };

    public static Option<string?> Keys() => new("--keys") { Description = "The directory of the key ring; 'keys' in --data unless given. Hosts that share a database share it.", HelpName = "DIR" };
}
