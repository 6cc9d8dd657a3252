using System.Collections.Immutable;
using Interactor.Runtime.Json;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

public sealed class ContentTests
{
    [Fact]
    public void Lists_are_equal_item_by_item_whatever_holds_them()
    {
        IReadOnlyList<string> array = ["a", "b"];
        Same(array, new List<string> { "a", "b" });
        Same(array, ImmutableArray.Create("a", "b"));
        Same<IReadOnlyList<double>>([1, 2.5], new List<double> { 1, 2.5 });
        Same<IReadOnlyList<IReadOnlyList<long>>>([[1, 2], []], new List<IReadOnlyList<long>> { new List<long> { 1, 2 }, new List<long>() });
        Same<IReadOnlyList<ReadOnlyMemory<byte>>>([new byte[] { 1 }], [new byte[] { 1 }]);
        Different(array, ["b", "a"]);
        Different(array, ["a"]);
        Different(array, ["a", "b", "c"]);
        Different<IReadOnlyList<string>?>(array, null);
        Different<IReadOnlyList<string?>>([null], ["a"]);
    }

    [Fact]
    public void Maps_are_equal_member_by_member_in_any_order()
    {
        IReadOnlyDictionary<string, int> read = Read("""{"a":1,"b":2}""");
        Same(read, Read("""{"b":2,"a":1}"""));
        Same(read, new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 });
        Same(new Dictionary<string, int> { ["b"] = 2, ["a"] = 1 }, read);
        Different(read, Read("""{"a":1}"""));
        Different(read, Read("""{"a":1,"c":2}"""));
        Different(read, new Dictionary<string, int> { ["a"] = 1, ["b"] = 3 });
    }

    [Fact]
    public void Bytes_are_equal_byte_by_byte()
    {
        Same<ReadOnlyMemory<byte>>(new byte[] { 1, 2 }, new byte[] { 0, 1, 2 }.AsMemory(1));
        Same<ReadOnlyMemory<byte>?>(new byte[] { 1 }, new byte[] { 1 });
        Different<ReadOnlyMemory<byte>>(new byte[] { 1 }, new byte[] { 2 });
        Different<ReadOnlyMemory<byte>?>(new byte[] { 1 }, null);
    }

    [Fact]
    public void Optional_members_compare_by_content()
    {
        Optional<IReadOnlyList<string>?> one = new(["a"]);
        Optional<IReadOnlyList<string>?> same = new(new List<string> { "a" });
        Assert.Equal(one, same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(one, new(["b"]));
        Assert.NotEqual(one, new(null));
        Assert.NotEqual(new(null), Optional<IReadOnlyList<string>?>.Absent);
    }

    [Fact]
    public void Read_maps_behave_like_dictionaries()
    {
        IReadOnlyDictionary<string, int> many = Read("{" + string.Join(",", Enumerable.Range(0, 40).Select(i => $"\"m{i % 30}\":{i}")) + "}");
        Assert.Equal(30, many.Count);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"m{i}"), many.Keys);
        Assert.Equal(35, many["m5"]);
        Assert.Equal(20, many["m20"]);
        Assert.False(many.ContainsKey("M5"));
        Assert.Throws<KeyNotFoundException>(() => many["none"]);
        Assert.Empty(Read("{}"));
    }

    private static IReadOnlyDictionary<string, int> Read(string json)
    {
        JsonScanner scanner = new(Schemas.Utf8(json));
        Assert.True(JsonRead.TryMap<int>(ref scanner, JsonRead.TryInt32, out IReadOnlyDictionary<string, int>? map));
        return map;
    }

    private static void Same<T>(T left, T right)
    {
        ByContent<T> one = new(left);
        ByContent<T> other = new(right);
        Assert.True(one.Equals(other));
        Assert.True(other.Equals((object)one));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    private static void Different<T>(T left, T right)
    {
        Assert.False(new ByContent<T>(left).Equals(new(right)));
        Assert.False(new ByContent<T>(right).Equals(new(left)));
    }
}
