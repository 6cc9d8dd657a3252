using System.Globalization;
using Interactor.Compiler.Binding.Actions;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Tests;

/// <summary>Binds the tests that stand in a definition (language, chapter 11).</summary>
internal sealed class TestBinder(BindingContext context, IReadOnlyList<ActionSource> actions, IReadOnlyCollection<string> methods)
{
    private static readonly string[] TimeForms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public IEnumerable<TestModel> Bind(SyntaxNode? node)
    {
        if (node is not null and not SequenceNode)
        {
            context.Report(StructureDiagnostics.WrongType, node, "'tests'", "a list of tests", NodeKind.Describe(node));
        }

        foreach (SyntaxNode item in (node as SequenceNode)?.Items ?? [])
        {
            if (context.ReadMapping(item, "a test") is { } reader && BindTest(reader) is { } test)
            {
                yield return test;
            }
        }
    }

    private TestModel? BindTest(MappingReader reader)
    {
        string? name = reader.RequireText("name");
        ScalarNode? action = reader.RequireScalar("action");
        string? version = BindVersion(action, reader.TakeScalar("version"));
        TestConnectionModel? connection = reader.TakeMapping("as") is { } account ? BindConnection(account) : null;
        (string? now, string? uuid) = BindEnvironment(reader.TakeMapping("env"));
        SyntaxNode? given = reader.Take("given");
        EquatableArray<TestExchangeModel> exchanges = new ExchangeBinder(context).Bind(reader.Take("exchanges"));
        SyntaxNode? output = reader.Take("output");
        EquatableArray<string>? pages = BindPages(action, reader.Take("pages"), reader.Node.FindKey("pages"));
        TestErrorModel? error = reader.TakeMapping("error") is { } expected ? BindError(expected) : null;
        string[] ends = [.. ((string[])["output", "pages", "error"]).Where(reader.Has)];

        // Pages that were given stay given when a later one fails.
        if (ends.Length != 1 && ends is not ["pages", "error"])
        {
            context.Diagnostics.Report(TestDiagnostics.ExpectsNothing, reader.Location, ends.Length == 0 ? "none" : string.Join(" and ", ends));
        }

        reader.Done();
        return name is null || action is null
            ? null
            : new TestModel
            {
                Name = name,
                Place = reader.Location.ToString(),
                Action = action.Text,
                Version = version,
                As = connection,
                Now = now,
                Uuid = uuid,
                Given = given is null ? "{}" : JsonText.Of(given),
                Exchanges = exchanges,
                Pages = pages,
                Output = output is null ? null : JsonText.Of(output),
                Error = error,
            };
    }

    private EquatableArray<string>? BindPages(ScalarNode? action, SyntaxNode? node, ScalarNode? key)
    {
        if (node is null)
        {
            return null;
        }

        if (action is not null && actions.Any(a => a.Id == action.Text) && !actions.Any(a => a.Id == action.Text && a.Reader.Has("paginate")))
        {
            context.Report(ActionDiagnostics.NoPages, key!, action.Text);
        }

        if (node is SequenceNode sequence)
        {
            return sequence.Items.Select(JsonText.Of).ToEquatableArray();
        }

        context.Report(StructureDiagnostics.WrongType, node, "'pages'", "a list of outputs, one a page", NodeKind.Describe(node));
        return null;
    }

    private string? BindVersion(ScalarNode? action, ScalarNode? version)
    {
        if (action is null)
        {
            return null;
        }

        ActionSource[] majors = [.. actions.Where(a => a.Id == action.Text)];
        if (majors.Length == 0)
        {
            context.Report(StructureDiagnostics.UnknownName, action, "action", action.Text, Nearest.Hint(action.Text, actions.Select(a => a.Id)));
        }
        else if (version is not null && !majors.Any(m => m.Version == version.Text || m.Major.ToString(CultureInfo.InvariantCulture) == version.Text))
        {
            context.Report(StructureDiagnostics.UnknownName, version, "version", version.Text, $" The action has {string.Join(", ", majors.Select(m => m.Version))}.");
        }

        return version?.Text;
    }

    private TestConnectionModel BindConnection(MappingReader reader)
    {
        ScalarNode? method = reader.RequireScalar("method");
        if (method is not null && !methods.Contains(method.Text))
        {
            context.Report(StructureDiagnostics.UnknownName, method, "security method", method.Text, Nearest.Hint(method.Text, methods));
        }

        TestConnectionModel connection = new()
        {
            Method = method?.Text ?? "",
            Tokens = BindTokens(reader.Take("token")),
            Variables = PairReader.Read(reader.Take("variables"), "'variables'", context),
            Facts = PairReader.Read(reader.Take("facts"), "'facts'", context),
        };
        reader.Done();
        return connection;
    }

    // token: { main: old, refresh: r1 } is a token named main and what refreshes it.
    private EquatableArray<TestTokenModel> BindTokens(SyntaxNode? node)
    {
        EquatableArray<TestPair> pairs = PairReader.Read(node, "'token'", context);
        string? refresh = pairs.FirstOrDefault(p => p.Name == "refresh")?.Value;
        return pairs.Where(p => p.Name != "refresh").Select(p => new TestTokenModel(p.Name, p.Value, p.Name == "main" ? refresh : null)).ToEquatableArray();
    }

    private (string? Now, string? Uuid) BindEnvironment(MappingReader? reader)
    {
        if (reader is null)
        {
            return default;
        }

        ScalarNode? now = reader.TakeScalar("now");
        if (now is not null && !DateTimeOffset.TryParseExact(now.Text, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
        {
            context.Report(TestDiagnostics.InvalidTime, now, now.Text);
            now = null;
        }

        string? uuid = reader.TakeText("uuid");
        reader.Done();
        return (now?.Text, uuid);
    }

    private TestErrorModel BindError(MappingReader reader)
    {
        ScalarNode? scalar = reader.RequireScalar("code");
        string[] codes = [.. ErrorCodes.Choices.Select(c => c.Word)];
        if (scalar is not null && !codes.Contains(scalar.Text))
        {
            context.Report(StructureDiagnostics.UnknownValue, scalar, scalar.Text, "'code'", string.Join(", ", codes), Nearest.Hint(scalar.Text, codes));
        }

        string? message = reader.TakeText("message");
        string? pointer = reader.TakeText("pointer");
        int status = reader.TakeInteger("status", 0, 100, 599);
        reader.Done();
        return new TestErrorModel(scalar?.Text ?? "", message, pointer, status == 0 ? null : status);
    }
}
