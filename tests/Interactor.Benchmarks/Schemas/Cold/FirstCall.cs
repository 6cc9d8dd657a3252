using System.Diagnostics;
using System.Globalization;
using Interactor.Benchmarks.Schemas.Contenders;
using Interactor.Benchmarks.Schemas.Generated;
using Interactor.Benchmarks.Schemas.Sets;

namespace Interactor.Benchmarks.Schemas.Cold;

/// <summary>Times one call, the first of its kind in a process that was started for it.</summary>
internal static class FirstCall
{
    /// <summary>The hidden command of the started process.</summary>
    public const string Command = "schemas-first-call";

    /// <summary>The calls that can be timed.</summary>
    public enum Kind
    {
        /// <summary>Our validator: parses the schema's text, makes its plan.</summary>
        Validate,

        /// <summary>Our typed read with validation.</summary>
        Read,

        /// <summary>System.Text.Json's source generation.</summary>
        Deserialize,

        /// <summary><c>JsonDocument.Parse</c>.</summary>
        Parse,
    }

    /// <summary>Times the call in this process and prints nanoseconds; the answer is the exit code.</summary>
    public static int Run(Kind kind, string setName, string assembly, string document)
    {
        byte[] utf8 = File.ReadAllBytes(document);
        Func<byte[], bool> call = kind switch
        {
            Kind.Parse => BaseLines.Parse,
            Kind.Deserialize => Deserializer(setName),
            Kind.Read => GeneratedEntry.Load(File.ReadAllBytes(assembly)).Read,
            _ => GeneratedEntry.Load(File.ReadAllBytes(assembly)).IsValid,
        };
        long start = Stopwatch.GetTimestamp();
        bool isGood = call(utf8);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(elapsed.TotalNanoseconds.ToString(CultureInfo.InvariantCulture));
        return isGood ? 0 : 1;
    }

    /// <summary>Starts a process that times the call.</summary>
    /// <exception cref="InvalidOperationException">The call failed there.</exception>
    public static TimeSpan Start(Kind kind, string setName, string assembly, string document)
    {
        string host = Environment.ProcessPath!;
        string[] arguments = [Command, kind.ToString(), setName, assembly, document];
        bool isMuxer = Path.GetFileNameWithoutExtension(host) == "dotnet";
        using Process process = Process.Start(new ProcessStartInfo(host, isMuxer ? [Environment.GetCommandLineArgs()[0], .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? TimeSpan.FromMicroseconds(double.Parse(output, CultureInfo.InvariantCulture) / 1000)
            : throw new InvalidOperationException($"{setName}, first {kind}: {errors.Result.Split('\n')[0]}");
    }

    // Without the table of all sets, whose classes the process would have to load.
    private static Func<byte[], bool> Deserializer(string setName) => setName == SmallRecordSet.Set.Name
        ? static utf8 => SmallRecordSet.Set.Deserialize!(utf8) is not null
        : throw new InvalidOperationException($"No classes for {setName}.");
}
