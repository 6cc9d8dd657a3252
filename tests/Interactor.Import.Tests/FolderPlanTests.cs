using Interactor.Import.Owning;
using Interactor.Import.Writing;

namespace Interactor.Import.Tests;

/// <summary>Three states of a file: as it was written last, as it is, and as it would be written now.</summary>
public sealed class FolderPlanTests
{
    private const string Path = "actions/a.yaml";

    [Theory]
    [InlineData(null, null, "new", "written")]
    [InlineData("old", "old", "old", "unchanged")]
    [InlineData("old", "old\r\n", "old\n", "unchanged")]
    [InlineData("old", "old", "new", "written")]
    [InlineData("old", "mine", "old", "untouched")]
    [InlineData("old", "mine", "new", "kept")]
    [InlineData("old", "new", "new", "unchanged")]
    [InlineData("old", null, "old", "untouched")]
    [InlineData("old", null, "new", "kept")]
    [InlineData(null, "mine", "new", "kept")]
    [InlineData("old", "old", null, "deleted")]
    [InlineData("old", "mine", null, "orphaned")]
    [InlineData("old", null, null, "")]
    [InlineData(null, "mine", null, "")]
    public void What_people_did_stays(string? was, string? isNow, string? now, string expected) =>
        Assert.Equal(expected, Fate(was, isNow, now, overwrites: false));

    [Theory]
    [InlineData("old", "mine", "old", "written")]
    [InlineData(null, "mine", "new", "written")]
    [InlineData("old", "mine", null, "deleted")]
    [InlineData(null, "mine", null, "")]
    public void Unless_it_is_to_be_overwritten(string? was, string? isNow, string? now, string expected) =>
        Assert.Equal(expected, Fate(was, isNow, now, overwrites: true));

    [Fact]
    public void A_lock_file_is_read_as_it_was_written()
    {
        ImportLock written = ImportLock.Of("1.0.0", "a.json", [new DefinitionFile(Path, "text")], new Dictionary<string, string> { ["actions/a"] = "ff" });
        ImportLock? read = ImportLock.Read(written.Write());
        Assert.Equal(written.Write(), read?.Write());
        Assert.All((string[])["", "[]", "{}", "{\"files\":1}", "{\"files\":{\"a\":[]},\"contents\":{}}"], text => Assert.Null(ImportLock.Read(text)));
    }

    private static string Fate(string? was, string? isNow, string? now, bool overwrites)
    {
        ImportLock before = ImportLock.Of("1", "s", was is null ? [] : [new DefinitionFile(Path, was)], new Dictionary<string, string>());
        FolderPlan plan = FolderPlan.Of(now is null ? [] : [new DefinitionFile(Path, now)], before, _ => isNow, overwrites);
        return string.Join(' ', new (string Name, int Count)[]
        {
            ("written", plan.Written.Count), ("deleted", plan.Deleted.Count), ("kept", plan.Kept.Count),
            ("orphaned", plan.Orphaned.Count), ("untouched", plan.Untouched.Count), ("unchanged", plan.Unchanged),
        }.Where(f => f.Count > 0).Select(f => f.Name));
    }
}
