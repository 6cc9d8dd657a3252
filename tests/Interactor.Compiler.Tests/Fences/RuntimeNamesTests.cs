using System.Reflection;
using System.Text.RegularExpressions;
using Interactor.Compiler.Emit;

namespace Interactor.Compiler.Tests.Fences;

/// <summary>The compiler names the runtime's types without referring to it, so each name is held against the real assembly here.</summary>
public sealed class RuntimeNamesTests
{
    private const string Prefix = "global::";

    private static readonly Assembly Runtime = typeof(Interactor.Runtime.ActionContext).Assembly;

    public static TheoryData<string, string> Names { get; } = new(typeof(RuntimeNames)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(f => f.IsLiteral)
        .Select(f => (f.Name, (string)f.GetRawConstantValue()!)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_a_public_type_of_the_runtime(string constant, string name)
    {
        name = SourceAliases.Expand(name);
        Assert.StartsWith(Prefix, name);
        string fullName = name[Prefix.Length..];

        Assert.Contains(Runtime.GetExportedTypes(), t => t.FullName!.Split('`')[0].TrimEnd("0123456789".ToCharArray()) == fullName);
        Assert.Equal(constant, fullName[(fullName.LastIndexOf('.') + 1)..]);
    }

    [Fact]
    public void A_runtime_method_of_an_expression_exists()
    {
        foreach ((string typeName, string method) in MethodsOfExpressions())
        {
            Type? type = Runtime.GetType(SourceAliases.Expand(typeName)[Prefix.Length..]);
            Assert.True(type is not null, typeName);
            Assert.True(type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(m => m.Name == method), $"{typeName}.{method} does not exist.");
        }
    }

    [Fact]
    public void Nothing_but_RuntimeNames_spells_a_type_of_the_runtime()
    {
        string source = Path.Combine(RepositoryPaths.Root, "src", "Interactor.Compiler");
        IEnumerable<string> others = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "RuntimeNames.cs" && !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Where(f => Regex.IsMatch(File.ReadAllText(f), """\bi[A-Z]::[A-Z]|global::Interactor\.Runtime"""));

        Assert.Empty(others);
    }

    // The function table is data: class and method by name.
    private static IEnumerable<(string Type, string Method)> MethodsOfExpressions()
    {
        Type table = typeof(RuntimeNames).Assembly.GetType("Interactor.Compiler.Expressions.Functions.FunctionTable", throwOnError: true)!;
        Type entry = typeof(RuntimeNames).Assembly.GetType("Interactor.Compiler.Expressions.Functions.FunctionEntry", throwOnError: true)!;
        PropertyInfo method = entry.GetProperties().Single(p => p.PropertyType.Name == "RuntimeMethod");
        IEnumerable<object> entries = table.Assembly.GetTypes()
            .Where(t => t.Namespace == table.Namespace)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(f => f.GetValue(null))
                .Concat(t.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Where(p => p.GetIndexParameters().Length == 0).Select(p => p.GetValue(null))))
            .OfType<System.Collections.IEnumerable>()
            .SelectMany(c => c.Cast<object>())
            .Where(o => o.GetType() == entry);
        List<(string, string)> methods = [.. entries
            .Select(e => method.GetValue(e))
            .Where(m => m is not null)
            .Select(m => ((string)m!.GetType().GetProperty("Class")!.GetValue(m)!, (string)m.GetType().GetProperty("Name")!.GetValue(m)!))
            .Distinct()];
        Assert.NotEmpty(methods);
        return methods;
    }
}
