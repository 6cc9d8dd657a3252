using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Interactor.Compiler.Tests.Harness;

namespace Interactor.Compiler.Tests.RoundTrips;

/// <summary>Bytes in, equal JSON out, for types of schemas made at random; and what is read as valid is valid.</summary>
public sealed class RoundTripTests
{
    private const ulong Seed = 0x51d3_77e0_19c4_2b8f;
    private const int Types = 24;
    private const int DocumentsOfType = 60;

    // INTERACTOR_FUZZ_COUNT asks for a longer run.
    public static TheoryData<int> Rounds { get; } = new(Enumerable.Range(
        0, int.TryParse(Environment.GetEnvironmentVariable("INTERACTOR_FUZZ_COUNT"), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : 2));

    [Theory]
    [MemberData(nameof(Rounds))]
    public void What_is_read_is_written_again(int round)
    {
        Shape[] shapes = Sample(Gen.ArrayOf(Shapes.Records, Types), 1, round)[0];
        LoadedCode code = LoadedCode.Of(Definition(shapes));
        for (int i = 0; i < shapes.Length; i++)
        {
            LoadedCode.LoadedContract contract = code.Contract(TypeName(i));
            foreach (string json in Sample(shapes[i].Documents, DocumentsOfType, round))
            {
                string why = $"{json}\nof {shapes[i].Schema}";
                Assert.True(contract.IsValid(json), "is not valid: " + why);
                Assert.True(contract.TryParse(json, out object? value), "is not read: " + why);
                Assert.True(contract.TryParseValid(json, out object? valid), "is not read as valid: " + why);
                string written = contract.Serialize(value!);
                Assert.True(JsonMeaning.Of(json) == JsonMeaning.Of(written), $"became {written}: {why}");
                Assert.True(contract.TryParse(written, out object? again), $"{written} is not read again: {why}");
                Assert.True(value!.Equals(again) && value.Equals(valid) && value.GetHashCode() == again!.GetHashCode(), "is not equal to itself: " + why);
                Assert.NotNull(value.ToString());
            }
        }
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void What_is_read_as_valid_is_valid(int round)
    {
        Shape[] shapes = Sample(Gen.ArrayOf(Shapes.Records, Types), 1, round + 1000)[0];
        LoadedCode code = LoadedCode.Of(Definition(shapes));
        int valid = 0;
        int invalid = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            LoadedCode.LoadedContract contract = code.Contract(TypeName(i));
            string[] strangers = Sample(shapes[(i + 1) % shapes.Length].Documents, 4, round);
            foreach (string json in Sample(shapes[i].Documents, DocumentsOfType, round).SelectMany((d, n) => Mutations(d, n)).Concat(strangers))
            {
                bool isValid = contract.IsValid(json);
                bool isRead = contract.TryParse(json, out object? value);
                string why = $"{json}\nof {shapes[i].Schema}";
                Assert.True((isValid && isRead) == contract.TryParseValid(json, out _), $"valid {isValid}, read {isRead}: {why}");
                if (isRead && contract.IsSurelyValid(value!))
                {
                    // The test sees the value only, so it speaks of the JSON that the value is written as.
                    Assert.True(contract.IsValid(contract.Serialize(value!)), $"surely valid as {contract.Serialize(value!)}: {why}");
                }

                valid += isValid ? 1 : 0;
                invalid += isValid ? 0 : 1;
            }
        }

        Assert.True(valid > 200 && invalid > 200, $"{valid} valid, {invalid} invalid");
    }

    [Theory]
    [MemberData(nameof(Rounds))]
    public void What_is_surely_valid_is_valid(int round)
    {
        Shape[] shapes = Sample(Gen.ArrayOf(Shapes.Records, Types), 1, round + 2000)[0];
        LoadedCode code = LoadedCode.Of(Definition(shapes));
        ValueChanges changes = new(new Random(round));
        int sure = 0;
        int unsure = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            LoadedCode.LoadedContract contract = code.Contract(TypeName(i));
            foreach (string json in Sample(shapes[i].Documents, DocumentsOfType, round))
            {
                Assert.True(contract.TryParse(json, out object? value));
                for (int n = 0; n < 4 && changes.Of(value!) is { } changed; n++)
                {
                    if (!contract.IsSurelyValid(changed))
                    {
                        unsure++;
                        continue;
                    }

                    sure++;
                    string written = contract.Serialize(changed);
                    Assert.True(contract.IsValid(written), $"{written}\nof {shapes[i].Schema}");
                }
            }
        }

        Assert.True(sure > 200 && unsure > 200, $"{sure} sure, {unsure} not");
    }

    // Changes that keep the text JSON: another value here or there, a member twice, a member more, null for a value.
    private static IEnumerable<string> Mutations(string json, int number)
    {
        yield return Replace(json, "true", "\"true\"", number);
        yield return Replace(json, "\"a\"", "\"\"", number);
        yield return Replace(json, "small", "later", number);
        yield return Replace(json, ":1", ":0.5", number);
        yield return Replace(json, ":0", ":-7", number);
        yield return Replace(json, "[", "[null,", number).Replace(",]", "]", StringComparison.Ordinal);
        yield return json.Length > 2 ? $"{{{json[1..^1]},{json[1..^1]}}}" : json;
        yield return json.Length > 2 ? $"{{\"unknown 3\":[],{json[1..]}" : json;
        int colon = json.IndexOf(':', StringComparison.Ordinal);
        yield return colon < 0 ? json : $"{json[..colon]}:null,{json[1..]}";
        yield return colon < 0 ? json : $"{json[..^1]},{json[1..colon]}:null}}";
        yield return json.Replace("0.1", "1.00000000000000000001", StringComparison.Ordinal);
        yield return json.Replace("0.5", "-1e-400", StringComparison.Ordinal);
    }

    // One of the places where a piece stands.
    private static string Replace(string json, string piece, string other, int number)
    {
        int at = json.IndexOf(piece, Math.Min(json.Length, number * 3 % Math.Max(1, json.Length)), StringComparison.Ordinal);
        return at < 0 ? json : new StringBuilder(json).Remove(at, piece.Length).Insert(at, other).ToString();
    }

    private static string Definition(Shape[] shapes) =>
        "interactor: 1\nid: trips\nversion: 1.0.0\ndatatypes:\n" + string.Concat(shapes.Select((s, i) => $"  {TypeName(i)}: {s.Schema.ReplaceLineEndings(" ")}\n"));

    private static string TypeName(int number) => $"Trip{number}";

    private static T[] Sample<T>(Gen<T> gen, int count, int round)
    {
        List<T> all = [];
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true).WithReplay(Seed + (ulong)round, Seed | 1),
            Prop.ForAll(Arb.From(gen), value =>
            {
                all.Add(value);
                return true;
            }));
        return [.. all];
    }
}
