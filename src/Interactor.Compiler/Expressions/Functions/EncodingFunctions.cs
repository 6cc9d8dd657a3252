using Interactor.Compiler.Emit;
using Interactor.Compiler.Model;
using static Interactor.Compiler.Expressions.Functions.Parameters;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>Between bytes and text: <c>base64 base64url hex utf8 url json</c>.</summary>
internal static class EncodingFunctions
{
    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        Row("base64", TextType, "Base64", SomeBytes),
        Row("base64.decode", BytesType, "Base64Decode", AText) with { CanFail = true },
        Row("base64url", TextType, "Base64Url", SomeBytes),
        Row("base64url.decode", BytesType, "Base64UrlDecode", AText) with { CanFail = true },
        Row("hex", TextType, "Hex", SomeBytes),
        Row("hex.decode", BytesType, "HexDecode", AText) with { CanFail = true },
        Row("utf8", BytesType, "Utf8", AText),
        Row("utf8.decode", TextType, "Utf8Decode", SomeBytes) with { CanFail = true },
        Row("url.encode", TextType, "UrlEncode", AText),
        Row("url.decode", TextType, "UrlDecode", AText),
        new("json", [Anything], TextType, new RuntimeMethod(RuntimeNames.JsonFunctions, "Text")),
        new("json.parse", [SomeBytes], AnyType, new RuntimeMethod(RuntimeNames.JsonFunctions, "Parse")) { CanFail = true },
    ];

    private static FunctionEntry Row(string name, TypeModel result, string method, Parameter parameter) =>
        new(name, [parameter], result, new RuntimeMethod(RuntimeNames.EncodingFunctions, method));
}
