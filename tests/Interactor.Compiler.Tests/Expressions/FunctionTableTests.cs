using System.Reflection;
using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Functions;
using Interactor.Runtime;

namespace Interactor.Compiler.Tests.Expressions;

public sealed class FunctionTableTests
{
    private const string Global = "global::";

    public static TheoryData<string> Entries => [.. FunctionTable.All.Where(f => f.Method is not null).Select(f => $"{f.Method!.Class}.{f.Method.Name}/{f.Parameters.Count + (f.CanFail ? 1 : 0)}").Distinct()];

    [Theory]
    [MemberData(nameof(Entries))]
    public void Every_function_has_its_method(string entry)
    {
        string[] parts = entry.Split('/');
        int dot = parts[0].LastIndexOf('.');
        Type type = typeof(InteractorException).Assembly.GetType(SourceAliases.Expand(parts[0][..dot])[Global.Length..], throwOnError: true)!;

        Assert.Contains(
            type.GetMethods(BindingFlags.Public | BindingFlags.Static), m => m.Name == parts[0][(dot + 1)..] && m.GetParameters().Length == int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_class_of_functions_exists() => Assert.All(
        typeof(RuntimeNames).GetFields().Select(f => SourceAliases.Expand((string)f.GetRawConstantValue()!)).Where(n => n.Contains(".Expressions.", StringComparison.Ordinal)),
        name => Assert.NotNull(typeof(InteractorException).Assembly.GetType(name[Global.Length..])));

    [Fact]
    public void Every_function_is_in_the_reference()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "language", "expressions.md"));

        Assert.Empty(FunctionTable.All.Where(f => !page.Contains(f.Name.TrimStart('.') + "(", StringComparison.Ordinal)).Select(f => f.Name));
    }
}
