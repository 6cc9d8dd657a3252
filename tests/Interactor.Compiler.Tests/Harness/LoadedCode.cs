using System.Reflection;
using System.Text;

namespace Interactor.Compiler.Tests.Harness;

/// <summary>The compiled code of a definition, loaded, so that its meaning can be tested and not its text.</summary>
internal sealed class LoadedCode
{
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;

    private readonly Assembly _assembly;
    private readonly string _namespace;

    private LoadedCode(Assembly assembly, string @namespace)
    {
        _assembly = assembly;
        _namespace = @namespace;
    }

    public static LoadedCode Of(string yaml) => Of(("connector.yaml", yaml));

    public static LoadedCode Of(params IEnumerable<(string Path, string Text)> files)
    {
        CompiledConnector compiled = Definition.Compile(Definition.Of(files));
        GeneratedCode.AssertCompiles(compiled.Files);
        using MemoryStream stream = new();
        Assert.True(GeneratedCode.Compile(compiled.Files).Emit(stream).Success);
        return new LoadedCode(Assembly.Load(stream.ToArray()), compiled.Bound.Model!.Namespace);
    }

    public Type Type(string name) => _assembly.GetType($"{_namespace}.{name}", throwOnError: true)!;

    public LoadedContract Contract(string type)
    {
        Type jsonClass = _assembly.GetType($"{_namespace}.{type}Json", throwOnError: true)!;
        return new LoadedContract(jsonClass.GetProperty("Contract", Static)!.GetValue(null)!);
    }

    /// <summary>A contract of whichever type, by reflection.</summary>
    internal sealed class LoadedContract(object contract)
    {
        public bool TryParse(string json, out object? value) => TryParse("Parse", json, out value);

        public bool TryParseValid(string json, out object? value) => TryParse("ParseValid", json, out value);

        private bool TryParse(string name, string json, out object? value)
        {
            MethodInfo method = contract.GetType().GetMethod(name)!;
            var parse = method.CreateDelegate(typeof(ParseUtf8<>).MakeGenericType(contract.GetType().GetGenericArguments()), contract);
            try
            {
                value = Runner.MakeGenericMethod(contract.GetType().GetGenericArguments()).Invoke(null, [parse, Encoding.UTF8.GetBytes(json)]);
                return true;
            }
            catch (TargetInvocationException e) when (e.InnerException is Interactor.Runtime.Json.JsonContractException)
            {
                value = null;
                return false;
            }
        }

        public string Serialize(object value) => Encoding.UTF8.GetString((byte[])contract.GetType().GetMethod("Serialize")!.Invoke(contract, [value])!);

        public bool IsValid(string json) => ((Interactor.Runtime.Json.JsonSchema)contract.GetType().GetProperty("Schema")!.GetValue(contract)!).IsValid(Encoding.UTF8.GetBytes(json));

        public bool IsSurelyValid(object value) => (bool)contract.GetType().GetMethod("IsSurelyValid", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(contract, [value])!;

        private static readonly MethodInfo Runner = typeof(LoadedContract).GetMethod(nameof(Run), BindingFlags.Static | BindingFlags.NonPublic)!;

        private static object? Run<T>(ParseUtf8<T> parse, byte[] utf8) => parse(utf8);

        private delegate T ParseUtf8<T>(ReadOnlySpan<byte> utf8);
    }
}
