using Interactor.Runtime.Json;
using Interactor.Runtime.Json.Validation.Explaining;
using Xunit;

namespace Interactor.Runtime.Tests.Json.Explaining;

/// <summary>The one pass over the bytes and the explanation, which share nothing but the model of the schema, always agree.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    [Fact]
    public void On_random_schemas_and_documents()
    {
        Random random = new(20260131);
        RandomSchemas source = new(random);
        int valid = 0;
        int tests = 0;
        List<string> failures = [];
        for (int i = 0; i < 3000; i++)
        {
            string text = source.Schema();
            JsonSchema schema = Schemas.Of(text);
            for (int j = 0; j < 12; j++)
            {
                string document = source.Document();
                byte[] utf8 = Schemas.Utf8(document);
                bool isValid = schema.IsValid(utf8);
                Explanation explanation = Explanation.Of(schema.Model, string.Empty, utf8);
                tests++;
                valid += isValid ? 1 : 0;
                if (isValid != explanation.IsValid || isValid != (explanation.ToList().Count == 0))
                {
                    failures.Add($"{text}\n  {document}\n  answered {isValid}, explained {string.Join("; ", explanation.ToDetails())}");
                }
            }
        }

        output.WriteLine($"{valid} of {tests} valid");
        Assert.True(failures.Count == 0, $"{failures.Count} failures:\n{string.Join('\n', failures.Take(10))}");
        Assert.InRange(valid, tests / 10, tests * 9 / 10);
    }

    [Fact]
    public void On_mutated_bytes()
    {
        JsonSchema schema = Schemas.Of(
            """
            {"type":"object","properties":{"kind":{"const":"a"},"n":{"type":"integer","minimum":1e0,"multipleOf":0.5},"when":{"format":"date-time"},
             "tags":{"type":"array","uniqueItems":true,"items":{"pattern":"^[a-z\\u00e9]+$","maxLength":5},"contains":{"const":"a"}},
             "next":{"anyOf":[{"type":"null"},{"$ref":"#"}]}},"required":["kind"],"propertyNames":{"maxLength":5},"unevaluatedProperties":false}
            """);
        byte[] seed = Schemas.Utf8("""{"kind":"a","n":150.0e-1,"when":"2026-01-31T12:00:00Z","tags":["a","\u00e9b"],"next":{"kind":"a","next":null}}""");
        int valid = 0;
        foreach (byte[] document in Mutations.Of(seed, count: 20_000))
        {
            bool isValid = schema.IsValid(document);
            valid += isValid ? 1 : 0;
            Assert.Equal(isValid, Explanation.Of(schema.Model, string.Empty, document).IsValid);
        }

        Assert.InRange(valid, 100, 19_900);
    }
}
