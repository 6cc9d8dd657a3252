namespace Interactor.Generators;

/// <summary>The names of the pipeline's steps, which tests of the cache ask for.</summary>
public static class TrackingNames
{
    /// <summary>One definition file, read.</summary>
    public const string File = "Interactor.File";

    /// <summary>Every file of the project, grouped into connectors.</summary>
    public const string Project = "Interactor.Project";

    /// <summary>The files of one connector.</summary>
    public const string Connector = "Interactor.Connector";

    /// <summary>One connector, bound.</summary>
    public const string Bound = "Interactor.Bound";

    /// <summary>The connectors that ask for what another one has.</summary>
    public const string Duplicates = "Interactor.Duplicates";

    /// <summary>The model of one connector without errors.</summary>
    public const string Model = "Interactor.Model";

    /// <summary>The C# of one connector.</summary>
    public const string Emitted = "Interactor.Emitted";

    /// <summary>The findings of one step.</summary>
    public const string Diagnostics = "Interactor.Diagnostics";

    /// <summary>One schema file, read.</summary>
    public const string SchemaFile = "Interactor.SchemaFile";

    /// <summary>The schemas of one namespace.</summary>
    public const string SchemaGroup = "Interactor.SchemaGroup";

    /// <summary>The schemas of one namespace, bound.</summary>
    public const string BoundSchemas = "Interactor.BoundSchemas";

    /// <summary>The types of one namespace.</summary>
    public const string SchemaModel = "Interactor.SchemaModel";

    /// <summary>The C# of one namespace.</summary>
    public const string EmittedSchemas = "Interactor.EmittedSchemas";

    /// <summary>The findings of one step about schemas.</summary>
    public const string SchemaDiagnostics = "Interactor.SchemaDiagnostics";

    /// <summary>Every step, in the order of the pipelines.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        File, Project, Connector, Bound, Duplicates, Model, Emitted, Diagnostics,
        SchemaFile, SchemaGroup, BoundSchemas, SchemaModel, EmittedSchemas, SchemaDiagnostics,
    ];
}
