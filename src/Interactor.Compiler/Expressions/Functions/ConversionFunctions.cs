using Interactor.Compiler.Emit;
using static Interactor.Compiler.Expressions.Functions.Parameters;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>CEL's conversions and <c>size</c>.</summary>
internal static class ConversionFunctions
{
    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        new("string", [AText], TextType, null),
        new("string", [SomeBytes], TextType, new RuntimeMethod(RuntimeNames.EncodingFunctions, "Utf8Decode")) { CanFail = true },

        new("int", [AnInteger], IntegerType, null),
        new("int", [ANumber], IntegerType, OfNumber("Truncate")) { CanFail = true },
        new("int", [AText], IntegerType, OfText("Integer")) { CanFail = true },
        new("int", [ATimestamp], IntegerType, new RuntimeMethod(RuntimeNames.TimeFunctions, "Unix")),
        new("int", [Anything], IntegerType, OfAny("ToInteger")) { CanFail = true },

        new("double", [ANumber], NumberType, null),
        new("double", [AText], NumberType, OfText("Number")) { CanFail = true },
        new("double", [Anything], NumberType, OfAny("ToNumber")) { CanFail = true },

        new("bool", [ABoolean], BooleanType, null),
        new("bool", [AText], BooleanType, OfText("Boolean")) { CanFail = true },
        new("bool", [Anything], BooleanType, OfAny("ToBoolean")) { CanFail = true },

        Size(AText, RuntimeNames.TextFunctions),
        Size(AList, RuntimeNames.ListFunctions),
        Size(AMap, RuntimeNames.MapFunctions),
        Size(Anything, RuntimeNames.AnyFunctions) with { CanFail = true },
        Size(SomeBytes, RuntimeNames.EncodingFunctions),
    ];

    private static FunctionEntry Size(Parameter parameter, string runtimeClass) =>
        new("size", [parameter], IntegerType, new RuntimeMethod(runtimeClass, "Size")) { IsMethod = true, Declassifies = true };

    private static RuntimeMethod OfNumber(string name) => new(RuntimeNames.NumberFunctions, name);

    private static RuntimeMethod OfText(string name) => new(RuntimeNames.ConvertFunctions, name);

    private static RuntimeMethod OfAny(string name) => new(RuntimeNames.AnyFunctions, name);
}
