using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Tests.Json;

/// <summary>Where the official JSON Schema test suite lies: beside the repository, not in it.</summary>
internal static class SuiteFolder
{
    private static readonly string Place = Path.Combine("shared", "conformance", "json-schema-test-suite", "tests", "draft2020-12");

    /// <returns>Null where the suite is not there.</returns>
    public static string? Find([CallerFilePath] string source = "") =>
        Above(Path.GetDirectoryName(source)) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, Place)))
            {
                return Path.Combine(folder, Place);
            }
        }

        return null;
    }
}
