using System.Runtime.CompilerServices;
using Xunit;

namespace Interactor.Runtime.Tests.Fences;

/// <summary>What the runtime shows to others changes on purpose only: the change stands in the review as a change of this file.</summary>
public sealed class PublicApiTests
{
    private const string Update = "INTERACTOR_UPDATE_SNAPSHOTS";

    [Fact]
    public void The_public_api_is_the_reviewed_one()
    {
        string file = Path.Combine(Path.GetDirectoryName(SourceFolder())!, "PublicApi.txt");
        string actual = PublicApiText.Of(typeof(ActionContext).Assembly);
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, actual);
        }

        string[] reviewed = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n").Split('\n') : [];
        string[] lines = actual.Split('\n');
        string[] differences = [.. reviewed.Except(lines).Select(l => "- " + l), .. lines.Except(reviewed).Select(l => "+ " + l)];
        Assert.True(
            reviewed.SequenceEqual(lines),
            $"The public API changed. When that is meant, run the tests with {Update}=1 and review PublicApi.txt.\n{string.Join('\n', differences.Take(40))}");
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
