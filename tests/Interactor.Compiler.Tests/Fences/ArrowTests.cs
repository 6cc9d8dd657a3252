using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Interactor.Compiler.Tests.Fences;

/// <summary>The arrows between the rooms, and no others (architecture, Rooms).</summary>
public sealed class ArrowTests
{
    // A new room is a new row, after the architecture has it.
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Interactor.Compiler"] = [],
        ["Interactor.Runtime"] = ["Interactor.Generators"],
        ["Interactor.Runtime.JavaScript"] = ["Interactor.Runtime"],
        ["Interactor.Runtime.RestSharp"] = ["Interactor.Runtime"],
        ["Interactor.Generators"] = ["Interactor.Compiler"],
        ["Interactor.Import"] = ["Interactor.Compiler"],
        ["Interactor.Import.Build"] = ["Interactor.Import"],
        ["Interactor.Testing"] = ["Interactor.Compiler", "Interactor.Runtime", "Interactor.Runtime.JavaScript"],
        ["Interactor.Host"] = ["Interactor.Compiler", "Interactor.Runtime", "Interactor.Testing", "Interactor.Import"],
        ["Interactor.Client"] = [], // It is built as connectors are, by their targets.
        ["Interactor.Cli"] = ["Interactor.Compiler", "Interactor.Runtime", "Interactor.Testing", "Interactor.Import", "Interactor.Host"],
    };

    private static readonly string[] OfConnectors = ["Interactor.Runtime", "Interactor.Generators", "Interactor.Import.Build"];

    [Fact]
    public void Every_room_refers_to_what_it_may()
    {
        List<string> wrong = [];
        foreach (string project in ProjectsBelow("src").Concat(ProjectsBelow("generators")))
        {
            string name = Path.GetFileNameWithoutExtension(project);
            if (!Allowed.TryGetValue(name, out string[]? allowed))
            {
                wrong.Add($"{name} has no row in this test.");
                continue;
            }

            wrong.AddRange(ReferencesOf(project).Where(r => !allowed.Contains(r.Name)).Select(r => $"{name} → {r.Name}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Connectors_refer_to_the_runtime_and_take_the_generator_as_an_analyzer()
    {
        foreach (string project in ProjectsBelow("connectors"))
        {
            Assert.All(ReferencesOf(project), reference =>
            {
                Assert.Contains(reference.Name, OfConnectors);
                if (reference.Name == "Interactor.Generators")
                {
                    AssertAnalyzer(reference.Element);
                }
            });
        }
    }

    [Fact]
    public void No_room_refers_to_tests()
    {
        foreach (string project in ((string[])["src", "generators", "connectors"]).SelectMany(ProjectsBelow))
        {
            Assert.DoesNotContain(ReferencesOf(project), r => r.Name.EndsWith("Tests", StringComparison.Ordinal) || r.Name == "Interactor.Benchmarks");
        }
    }

    [Fact]
    public void The_runtime_carries_the_generator_in_its_package_only()
    {
        string project = Path.Combine(RepositoryPaths.Root, "src", "Interactor.Runtime", "Interactor.Runtime.csproj");
        foreach ((string name, XElement element) in ReferencesOf(project).Where(r => r.Element.Attribute("Include") is not null))
        {
            Assert.Equal("Interactor.Generators", name);
            Assert.Equal("none", (string?)element.Attribute("PrivateAssets"));
            Assert.Equal(["Compile", "Runtime"], ((string)element.Attribute("ExcludeAssets")!).Split(';').Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_runtime_knows_neither_compiler_nor_Roslyn_nor_YAML() =>
        AssertRefersToNone(typeof(Interactor.Runtime.ActionContext).Assembly, "Microsoft.CodeAnalysis", "YamlDotNet", "Interactor.Compiler", "Interactor.Generators");

    [Fact]
    public void The_compiler_knows_neither_runtime_nor_Roslyn_nor_the_network() =>
        AssertRefersToNone(typeof(ConnectorCompiler).Assembly, "Microsoft.CodeAnalysis", "Interactor.Runtime", "System.Net", "System.Text.Json");

    [Fact]
    public void The_compiler_is_pure()
    {
        string source = Path.Combine(RepositoryPaths.Root, "src", "Interactor.Compiler");
        Regex impure = new(
            @"\b(File\.(Read|Write|Open|Exists|Delete|Append|Create)|Directory\.(Get|Enumerate|Exists|Create)|Path\.GetTemp|FileStream|Environment\.|DateTime(Offset)?\.(Utc)?Now|Stopwatch|HttpClient|WebRequest|Guid\.NewGuid|new Random|Process\.|Console\.)",
            RegexOptions.CultureInvariant);
        var uses = from file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
                   where !IsOutput(file)
                   from line in File.ReadLines(file)
                   where !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && impure.IsMatch(line)
                   select $"{Path.GetFileName(file)}: {line.Trim()}";
        Assert.Empty(uses);
    }

    private static void AssertRefersToNone(Assembly assembly, params string[] unwanted)
    {
        IEnumerable<string> found = assembly.GetReferencedAssemblies().Select(a => a.Name!)
            .Where(name => unwanted.Any(u => name == u || name.StartsWith(u + ".", StringComparison.Ordinal)));
        Assert.Empty(found);
    }

    private static void AssertAnalyzer(XElement reference)
    {
        Assert.Equal("Analyzer", (string?)reference.Attribute("OutputItemType"));
        Assert.Equal("false", (string?)reference.Attribute("ReferenceOutputAssembly"));
    }

    // Shared props and targets bring references to every project below them.
    private static IEnumerable<string> ProjectsBelow(string room)
    {
        string folder = Path.Combine(RepositoryPaths.Root, room);
        return !Directory.Exists(folder)
            ? []
            : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(f => !IsOutput(f) && (f.EndsWith(".csproj", StringComparison.Ordinal) || Path.GetFileName(f) is "Directory.Build.props" or "Directory.Build.targets"));
    }

    private static IEnumerable<(string Name, XElement Element)> ReferencesOf(string project) =>
        from element in XDocument.Load(project).Descendants("ProjectReference")
        let include = (string?)element.Attribute("Include")
        where include is not null
        select (Path.GetFileNameWithoutExtension(include.Replace('\\', '/')), element);

    private static bool IsOutput(string path) => path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
}
