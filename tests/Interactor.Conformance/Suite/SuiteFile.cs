using Interactor.Conformance.Running;

namespace Interactor.Conformance.Suite;

/// <summary>A file of cases.</summary>
/// <param name="Section">The folder inside the draft's: <c>required</c>, <c>optional</c>, <c>optional/format</c>.</param>
/// <param name="Name">The path inside the suite, for messages.</param>
/// <param name="Problem">Why the file cannot be read; null where it can.</param>
internal sealed record SuiteFile(Draft Draft, string Section, string Name, IReadOnlyList<SuiteCase> Cases, string? Problem)
{
    public const string Required = "required";

    /// <summary>The suite means these files to be run with <c>format</c> as an assertion.</summary>
    public bool IsAboutFormats => Section == "optional/format" || Section.StartsWith("optional/format/", StringComparison.Ordinal);

    /// <summary>The suite means this file to be run with <c>content…</c> as assertions.</summary>
    public bool IsAboutContent => Section == "optional" && Path.GetFileName(Name) == "content.json";
}

/// <summary>A schema and what is to be asked of it.</summary>
/// <param name="Schema">JSON text.</param>
internal sealed record SuiteCase(string Description, string Schema, IReadOnlyList<SuiteTest> Tests);

/// <param name="Data">UTF-8 JSON, as it stands in the file.</param>
internal sealed record SuiteTest(string Description, byte[] Data, bool IsValid);
