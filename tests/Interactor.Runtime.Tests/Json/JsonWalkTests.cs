using System.Text;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>An object is read whatever the order of its members, and none is lost, read twice or taken for another.</summary>
public sealed class JsonWalkTests
{
    private static readonly string[] Members =
    [
        "\"code\":\"c\"", "\"kind\":\"parcel\"", "\"weight\":7", "\"labels\":[\"x\",\"y\"]", "\"inner\":{\"weight\":1,\"kind\":\"parcel\",\"code\":\"i\"}",
        "\"note\":null", "\"left\":1",
    ];

    [Fact]
    public void Every_order_of_the_members_reads_the_same()
    {
        string expected = Text(Read($"{{{string.Join(',', Members)}}}"));
        Assert.Equal("""{"code":"c","kind":"parcel","weight":7,"labels":["x","y"],"inner":{"code":"i","kind":"parcel","weight":1},"note":null,"left":1}""", expected);
        int count = 0;
        foreach (string[] order in Orders(Members))
        {
            Assert.Equal(expected, Text(Read($"{{{string.Join(',', order)}}}")));
            count++;
        }

        Assert.Equal(5040, count);
    }

    [Theory]
    [InlineData("""{"code":"a","kind":"parcel","code":"b"}""", """{"code":"b","kind":"parcel"}""")]
    [InlineData("""{"weight":1,"code":"a","code":"b","kind":"parcel"}""", """{"code":"b","kind":"parcel","weight":1}""")]
    [InlineData("""{"inner":{"kind":"parcel","code":"1"},"labels":["a"],"code":"c","labels":["b"],"kind":"parcel"}""", """{"code":"c","kind":"parcel","labels":["b"],"inner":{"code":"1","kind":"parcel"}}""")]
    [InlineData("""{"kind":"parcel","code":"c","weight":2,"weight":null}""", """{"code":"c","kind":"parcel","weight":2}""")]
    [InlineData("""{"kind":"parcel","code":"c","x":1,"x":2}""", """{"code":"c","kind":"parcel","x":2}""")]
    public void Of_two_members_with_one_name_the_later_counts(string json, string expected) => Assert.Equal(expected, Text(Read(json)));

    [Theory]
    [InlineData("""{"kind":"parcel"}""", "")]
    [InlineData("""{"code":"c"}""", "")]
    [InlineData("""{"code":"c","kind":"letter"}""", "/kind")]
    [InlineData("""{"kind":"parcel","weight":"heavy","code":"c"}""", "/weight")]
    [InlineData("""{"kind":"parcel","labels":["a"],"code":"c","weight":"heavy"}""", "/weight")]
    [InlineData("""{"kind":"parcel","inner":{"code":"i","kind":"parcel"},"labels":["a",1],"code":"c"}""", "/labels/1")]
    [InlineData("""{"kind":"parcel","inner":{"labels":[1],"code":"i","kind":"parcel"},"code":"c"}""", "/inner/labels/0")]
    [InlineData("""{"code":"c","kind":"parcel","x":"1"}""", "/x")]
    [InlineData("""["code"]""", "")]
    public void What_does_not_fit_is_told_with_its_place(string json, string pointer)
    {
        Assert.False(ParcelJson.Contract.TryParse(Encoding.UTF8.GetBytes(json), out _, out IReadOnlyList<ErrorDetail> errors));
        Assert.Equal(pointer, Assert.Single(errors).Pointer);
    }

    [Fact]
    public void Broken_bytes_are_refused_wherever_they_break()
    {
        string json = $"{{{string.Join(',', Members.Reverse())}}}";
        for (int length = 0; length < json.Length; length++)
        {
            Assert.False(ParcelJson.Contract.TryParse(Encoding.UTF8.GetBytes(json[..length]), out _, out _), json[..length]);
        }
    }

    [Fact]
    public void Objects_out_of_order_are_read_once_however_deep_they_lie()
    {
        // Read twice a level, this would take 2 to the power of 400 steps.
        const int Depth = 400;
        string json = "{\"kind\":\"parcel\",\"code\":\"i\"}";
        for (int i = 0; i < Depth; i++)
        {
            json = $"{{\"kind\":\"parcel\",\"note\":\"n\",\"inner\":{json},\"weight\":{i},\"labels\":[],\"code\":\"c\"}}";
        }

        Parcel? parcel = Read(json);
        int depth = 0;
        for (; parcel.Inner is not null; parcel = parcel.Inner)
        {
            depth++;
            Assert.Equal((Depth - depth, "c", "n"), (parcel.Weight, parcel.Code, parcel.Note.Value));
        }

        Assert.Equal(Depth, depth);
    }

    private static Parcel Read(string json) => ParcelJson.Contract.Parse(Encoding.UTF8.GetBytes(json));

    private static string Text(Parcel parcel) => Encoding.UTF8.GetString(ParcelJson.Contract.Serialize(parcel));

    private static IEnumerable<string[]> Orders(string[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany(first => Orders([.. items.Where(i => i != first)]).Select(rest => (string[])[first, .. rest]));
}
