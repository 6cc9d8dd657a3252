using System.Diagnostics;
using System.Globalization;
using Interactor.Host.Tests.Fakes;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Interactor.Host.Tests.Fakes;

/// <summary>
/// One PostgreSQL server for the test process, started when a test first wants a database. It listens at a socket in its own directory, so that it needs no port and
/// nothing reaches it from elsewhere. Tests that want it are skipped where its programs are missing.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "interactor";

    private static readonly string[] Folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Reverse().Select(static version => Path.Combine(version, "bin")) : [],
    ];

    private readonly Lazy<Task<(DirectoryInfo Directory, Process Server)>> _running = new(StartAsync);

    /// <summary>The connection string of a database that is new and empty.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        Assert.SkipWhen(Find("initdb") is null || Find("postgres") is null, "PostgreSQL is not installed (initdb, postgres): nothing of it is tested.");
        Assert.SkipWhen(Environment.IsPrivilegedProcess && Account() is null, "PostgreSQL does not run as root, and there is no setpriv, or no account 'postgres' or 'nobody': nothing of it is tested.");
        (DirectoryInfo directory, _) = await _running.Value;
        string name = $"t{Guid.NewGuid():N}";
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionTo(directory, "postgres"));
        await using NpgsqlCommand create = source.CreateCommand($"CREATE DATABASE {name}");
        await create.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return ConnectionTo(directory, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_running.IsValueCreated && _running.Value.IsCompletedSuccessfully)
        {
            (DirectoryInfo directory, Process server) = await _running.Value;
            server.Kill();
            await server.WaitForExitAsync();
            directory.Delete(recursive: true);
        }
    }

    private static async Task<(DirectoryInfo Directory, Process Server)> StartAsync()
    {
        // A socket's path has 107 bytes at most, which a deep temporary directory would not leave.
        DirectoryInfo directory = Directory.CreateTempSubdirectory("pg-");
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", Account()!, directory.FullName);
        }

        string data = Path.Combine(directory.FullName, "data");
        Run(AsAccount(Find("initdb")!, "--pgdata", data, "--username", User, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"));
        Process server = Serve(AsAccount(Find("postgres")!, "-D", data, "-c", "listen_addresses=", "-c", $"unix_socket_directories={directory.FullName}", "-c", "fsync=off", "-c", "max_connections=200"));
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(ConnectionTo(directory, "postgres"));
        while (true)
        {
            try
            {
                await using NpgsqlConnection connection = await source.OpenConnectionAsync();
                return (directory, server);
            }
            catch (NpgsqlException) when (!server.HasExited)
            {
                await Task.Delay(50);
            }
        }
    }

    // The server ends with the thread that started it, so that a test process which is killed leaves none behind; this thread lives as long as the process.
    private static Process Serve(string[] command)
    {
        TaskCompletionSource<Process> started = new();
        new Thread(() => Keep(command, started)) { IsBackground = true }.Start();
        return started.Task.GetAwaiter().GetResult();
    }

    private static void Keep(string[] command, TaskCompletionSource<Process> started)
    {
        Process server = Begin(command);
        server.OutputDataReceived += static (_, _) => { };
        server.ErrorDataReceived += static (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        started.SetResult(server);
        server.WaitForExit();
    }

    private static void Run(params string[] command)
    {
        using Process process = Begin(command);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"{command[0]} ended with {process.ExitCode}. {output} {error.GetAwaiter().GetResult()}"));
    }

    private static Process Begin(string[] command) =>
        Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;

    private static string[] AsAccount(params string[] command) => Find("setpriv") switch
    {
        null => command,
        { } setpriv when Environment.IsPrivilegedProcess => [setpriv, "--reuid", Account()!, "--regid", GroupOf(Account()!), "--clear-groups", "--pdeathsig", "INT", "--", .. command],
        { } setpriv => [setpriv, "--pdeathsig", "INT", "--", .. command],
    };

    // PostgreSQL refuses to run as root.
    private static string? Account() => Find("setpriv") is null ? null : Array.Find(["postgres", "nobody"], static name => GroupOf(name).Length > 0);

    private static string GroupOf(string account) =>
        File.ReadLines("/etc/passwd").Select(static line => line.Split(':')).FirstOrDefault(parts => parts[0] == account)?[3] ?? "";

    private static string? Find(string program) => Folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string ConnectionTo(DirectoryInfo directory, string database) => $"Host={directory.FullName};Username={User};Database={database}";
}
