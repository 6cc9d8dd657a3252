namespace Interactor.Corpus;

/// <summary>What a run is asked for.</summary>
internal sealed record CorpusOptions
{
    /// <summary>A folder of OpenAPI documents, or <c>@</c> and a file that lists them, a path a line.</summary>
    public string? OpenApi { get; init; }

    /// <summary>A folder with a folder for each Power Platform connector.</summary>
    public string? PowerPlatform { get; init; }

    /// <summary>A file of provider configurations.</summary>
    public string? Providers { get; init; }

    /// <summary>Where the definition and the code of each document are written.</summary>
    public string? WriteCode { get; init; }

    /// <summary>The file that gets a line of JSON for each document; those in it already are not run again.</summary>
    public string? Report { get; init; }

    /// <summary>Documents at the same time.</summary>
    public int Jobs { get; init; } = 1;

    /// <summary>The code is compiled, beside being generated.</summary>
    public bool Compile { get; init; } = true;

    /// <summary>The code is compiled as in a project with implicit usings.</summary>
    public bool ImplicitUsings { get; init; }

    /// <summary>Documents that are run once before any is measured.</summary>
    public int WarmUp { get; init; }
}
