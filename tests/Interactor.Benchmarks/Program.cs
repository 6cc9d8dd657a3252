using Interactor.Benchmarks.Calls;
using Interactor.Benchmarks.Generation;
using Interactor.Benchmarks.Hosting;
using Interactor.Benchmarks.Schemas;
using Interactor.Benchmarks.Schemas.Cold;
using Interactor.Benchmarks.Streams;

const string Usage = """
    Measures in one run and prints ratios.

      dotnet run -c Release --project tests/Interactor.Benchmarks -- calls [--rounds N] [--calls N]
          What a call costs beside a bare HttpMessageInvoker (1.0), HttpClient with System.Text.Json source
          generation, the ways of Refit and Kiota, and RestSharp: in memory, over loopback, and 1,000 at a time.

      dotnet run -c Release --project tests/Interactor.Benchmarks -- generator [--connectors N] [--actions N]
          What the generator costs: first run, an unrelated edit, an edit of one connector,
          and compiling the output.

      dotnet run -c Release --project tests/Interactor.Benchmarks -- schemas [--set NAME] [--rounds N] [--quick]
          What validating and reading JSON costs, beside System.Text.Json, ajv and Blaze;
          schemas --help lists the options.

      dotnet run -c Release --project tests/Interactor.Benchmarks -- streams [--gigabytes N]
          How much memory grows while N gigabytes go up and come down over loopback.

      dotnet run -c Release --project tests/Interactor.Benchmarks -- host [--seconds N] [--connections N] [--rounds N]
          How many executions a second the host carries, with keys, accounts, validation and records, beside a bare
          ASP.NET Core endpoint that forwards the same call with HttpClient; its memory after each round. Needs wrk.

      dotnet run -c Release --project tests/Interactor.Benchmarks -- drafts [--rounds N] [--actions N]
          How long an edit of a draft and a try of it take together, and what the host holds after many of them.
    """;

switch (args)
{
    case ["calls", .. var rest] when Interactor.Benchmarks.Measuring.Numbers.TryRead(rest, [("--rounds", 30), ("--calls", 5000)], out int[] numbers):
        await CallBenchmark.RunAsync(numbers[0], numbers[1]);
        return 0;
    case ["generator", .. var rest] when Interactor.Benchmarks.Measuring.Numbers.TryRead(rest, [("--connectors", 200), ("--actions", 5)], out int[] numbers):
        GeneratorBenchmark.Run(numbers[0], numbers[1]);
        return 0;
    case ["schemas", "--help" or "-h"]:
        Console.WriteLine(SchemaOptions.Usage);
        return 0;
    case ["schemas", .. var rest]:
        if (!SchemaOptions.TryRead(rest, out SchemaOptions? options, out string error))
        {
            Console.Error.WriteLine(error);
            return 2;
        }

        SchemaBenchmark.Run(options);
        return 0;
    case ["streams", .. var rest] when Interactor.Benchmarks.Measuring.Numbers.TryRead(rest, [("--gigabytes", 1)], out int[] numbers):
        await StreamBenchmark.RunAsync(numbers[0]);
        return 0;
    case ["host", .. var rest] when Interactor.Benchmarks.Measuring.Numbers.TryRead(rest, [("--seconds", 10), ("--connections", 32), ("--rounds", 5)], out int[] numbers):
        await HostBenchmark.RunAsync(numbers[0], numbers[1], numbers[2]);
        return 0;
    case ["drafts", .. var rest] when Interactor.Benchmarks.Measuring.Numbers.TryRead(rest, [("--rounds", 100), ("--actions", 50)], out int[] numbers):
        await DraftBenchmark.RunAsync(numbers[0], numbers[1]);
        return 0;
    case [ServerProcess.Command, string kind, .. var rest]:
        await Servers.RunAsync(kind, rest.ElementAtOrDefault(0), rest.ElementAtOrDefault(1));
        return 0;
    case [FirstCall.Command, string kind, string set, string assembly, string document]:
        return FirstCall.Run(Enum.Parse<FirstCall.Kind>(kind), set, assembly, document);
    case ["--help" or "-h"]:
        Console.WriteLine(Usage);
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
