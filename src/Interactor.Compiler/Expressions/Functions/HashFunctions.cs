using Interactor.Compiler.Emit;
using static Interactor.Compiler.Expressions.Functions.Parameters;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>Hashes of bytes or text; the answer is bytes, whose encoding is written around it.</summary>
internal static class HashFunctions
{
    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        Row("hash.md5", "Md5", SomeBytes),
        Row("hash.sha1", "Sha1", SomeBytes),
        Row("hash.sha256", "Sha256", SomeBytes),
        Row("hash.sha384", "Sha384", SomeBytes),
        Row("hash.sha512", "Sha512", SomeBytes),
        Row("hmac", "Hmac", new Parameter(Checking.ConversionTarget.Text, Rule: new HmacAlgorithmRule()), SomeBytes, SomeBytes),
    ];

    private static FunctionEntry Row(string name, string method, params Parameter[] parameters) =>
        new(name, parameters, BytesType, new RuntimeMethod(RuntimeNames.HashFunctions, method));
}
