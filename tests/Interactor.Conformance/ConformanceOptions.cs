namespace Interactor.Conformance;

/// <summary>The command line's options.</summary>
internal sealed record ConformanceOptions
{
    public const string Help =
        """
        Runs a suite of JSON Schema tests through the compiler: schema → C# → assembly → generated validator.

        dotnet run -c Release --project tests/Interactor.Conformance -- --suite DIR [--draft NAME] [--assert-format] [--list-failures]

          --suite DIR       A folder in the form of the official JSON-Schema-Test-Suite: its root with tests/ and remotes/, a folder of
                            drafts, one draft, or a folder of case files ([{description, schema, tests: [{description, data, valid}]}]).
          --draft NAME      Only this draft: draft4, draft6, draft7, draft2019-09 or draft2020-12. For a folder of case files: their dialect
                            where a schema does not name one (otherwise draft2020-12).
          --assert-format   format refuses values in every case, not only in optional/format.
          --list-failures   Lists every failure, not only the first ones.
          --help            This text.

        Remote documents are those in remotes/, at http://localhost:1234/. The exit code is 0 where everything passed, 1 where something
        failed, 2 where there was nothing to run. The last line is "N passed, N failed".
        """;

    public string Suite { get; private init; } = "";

    public string? Draft { get; private init; }

    public bool AssertFormat { get; private init; }

    public bool ListFailures { get; private init; }

    public bool IsHelp { get; private init; }

    /// <summary>What is wrong with the command line.</summary>
    public string? Problem { get; private init; }

    public static ConformanceOptions Parse(string[] arguments)
    {
        ConformanceOptions options = new();
        for (int i = 0; i < arguments.Length; i++)
        {
            string? value = i + 1 < arguments.Length ? arguments[i + 1] : null;
            switch (arguments[i])
            {
                case "--help" or "-h" or "-?":
                    return options with { IsHelp = true };
                case "--assert-format":
                    options = options with { AssertFormat = true };
                    break;
                case "--list-failures":
                    options = options with { ListFailures = true };
                    break;
                case "--suite" when value is not null:
                    options = options with { Suite = value };
                    i++;
                    break;
                case "--draft" when value is not null:
                    options = options with { Draft = value };
                    i++;
                    break;
                case "--suite" or "--draft":
                    return options with { Problem = $"{arguments[i]} needs a value." };
                default:
                    return options with { Problem = $"'{arguments[i]}' is not an option." };
            }
        }

        return options with { Problem = ProblemOf(options) };
    }

    private static string? ProblemOf(ConformanceOptions options) =>
        options.Suite.Length == 0 ? "--suite DIR is missing."
        : !Directory.Exists(options.Suite) && !File.Exists(options.Suite) ? $"There is no folder '{options.Suite}'."
        : options.Draft is { } draft && Running.Draft.Find(draft) is null ? $"'{draft}' is not a draft that is supported; use one of: {string.Join(", ", Running.Draft.All.Select(d => d.Name))}."
        : null;
}
