using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Tests;

/// <summary>Binds <c>exchanges</c>: each request that a test expects, and the response it gives.</summary>
internal sealed class ExchangeBinder(BindingContext context)
{
    public EquatableArray<TestExchangeModel> Bind(SyntaxNode? node)
    {
        if (node is not null and not SequenceNode)
        {
            context.Report(StructureDiagnostics.WrongType, node, "'exchanges'", "a list", NodeKind.Describe(node));
        }

        List<TestExchangeModel> exchanges = [];
        foreach (SyntaxNode item in (node as SequenceNode)?.Items ?? [])
        {
            if (context.ReadMapping(item, "an exchange") is { } reader)
            {
                TestExpectation expect = context.ReadMapping(reader.Require("expect"), "'expect'") is { } expected ? BindExpectation(expected) : new TestExpectation();
                TestResponse respond = context.ReadMapping(reader.Require("respond"), "'respond'") is { } response ? BindResponse(response) : new TestResponse();
                reader.Done();
                exchanges.Add(new TestExchangeModel(reader.Location.ToString(), expect, respond));
            }
        }

        return exchanges.ToEquatableArray();
    }

    private TestExpectation BindExpectation(MappingReader reader)
    {
        TestExpectation expectation = new()
        {
            Method = reader.TakeText("method"),
            Url = reader.TakeText("url"),
            Path = reader.TakeText("path"),
            Query = reader.Has("query") ? PairReader.Read(reader.Take("query"), "'query'", context) : null,
            Headers = PairReader.Read(reader.Take("headers"), "'headers'", context),
            Form = reader.Has("form") ? PairReader.Read(reader.Take("form"), "'form'", context) : null,
            Json = reader.Take("json") is { } json ? JsonText.Of(json) : null,
            Xml = BindXml(reader.TakeScalar("xml")),
            Text = reader.TakeText("text"),
        };
        reader.Done();
        return expectation;
    }

    private TestResponse BindResponse(MappingReader reader)
    {
        TestResponse response = new()
        {
            Status = reader.TakeInteger("status", 200, 100, 599),
            Headers = PairReader.Read(reader.Take("headers"), "'headers'", context),
            Json = reader.Take("json") is { } json ? JsonText.Of(json) : null,
            Xml = BindXml(reader.TakeScalar("xml")),
            Text = reader.TakeText("text"),
        };
        reader.Done();
        return response;
    }

    private string? BindXml(ScalarNode? node)
    {
        if (node is null)
        {
            return null;
        }

        string xml = JsonText.Plain(node);
        if (XmlText.ProblemOf(xml) is { } problem)
        {
            context.Report(ActionDiagnostics.InvalidXml, node, problem);
        }

        return xml;
    }
}
