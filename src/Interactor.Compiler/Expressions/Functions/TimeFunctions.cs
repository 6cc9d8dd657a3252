using Interactor.Compiler.Emit;
using Interactor.Compiler.Expressions.Checking;
using Interactor.Compiler.Model;
using static Interactor.Compiler.Expressions.Functions.Parameters;

namespace Interactor.Compiler.Expressions.Functions;

/// <summary>Timestamps and durations: CEL's functions and methods, and the group <c>time</c>.</summary>
internal static class TimeFunctions
{
    private static readonly Parameter Format = new(ConversionTarget.Text, Rule: new TimeFormatRule());

    private static readonly Parameter DurationText = new(ConversionTarget.Text, Rule: new DurationRule());

    public static IReadOnlyList<FunctionEntry> All { get; } =
    [
        new("timestamp", [ATimestamp], TimestampType, null),
        Row("timestamp", TimestampType, "Parse", AText) with { CanFail = true },
        Row("timestamp", TimestampType, "FromUnix", AnInteger) with { CanFail = true },
        new("duration", [ADuration], DurationType, null),
        Row("duration", DurationType, "Duration", DurationText) with { CanFail = true },

        Row("time.parse", TimestampType, "Parse", AText) with { CanFail = true },
        Row("time.parse", TimestampType, "ParseExact", AText, Format) with { CanFail = true },
        Row("time.format", TextType, "Format", ATimestamp, Format),
        Row("time.rfc3339", TextType, "Rfc3339", ATimestamp),
        Row("time.http", TextType, "Http", ATimestamp),
        Row("time.unix", IntegerType, "Unix", ATimestamp),
        Row("time.unixMs", IntegerType, "UnixMs", ATimestamp),
        Row("time.fromUnix", TimestampType, "FromUnix", AnInteger) with { CanFail = true },
        Row("time.fromUnixMs", TimestampType, "FromUnixMs", AnInteger) with { CanFail = true },
        Row("time.add", TimestampType, "Add", ATimestamp, ADuration) with { CanFail = true },
        Row("time.seconds", IntegerType, "Seconds", ADuration),
        Row("time.milliseconds", IntegerType, "Milliseconds", ADuration),

        Method("getFullYear", "GetFullYear", ATimestamp),
        Method("getMonth", "GetMonth", ATimestamp),
        Method("getDate", "GetDate", ATimestamp),
        Method("getDayOfMonth", "GetDayOfMonth", ATimestamp),
        Method("getDayOfWeek", "GetDayOfWeek", ATimestamp),
        Method("getDayOfYear", "GetDayOfYear", ATimestamp),
        Method("getHours", "GetHours", ATimestamp),
        Method("getMinutes", "GetMinutes", ATimestamp),
        Method("getSeconds", "GetSeconds", ATimestamp),
        Method("getMilliseconds", "GetMilliseconds", ATimestamp),
        Method("getHours", "Hours", ADuration),
        Method("getMinutes", "Minutes", ADuration),
        Method("getSeconds", "Seconds", ADuration),
        Method("getMilliseconds", "Milliseconds", ADuration),
    ];

    private static FunctionEntry Row(string name, TypeModel result, string method, params Parameter[] parameters) =>
        new(name, parameters, result, new RuntimeMethod(RuntimeNames.TimeFunctions, method));

    private static FunctionEntry Method(string name, string method, Parameter parameter) =>
        Row("." + name, IntegerType, method, parameter) with { IsMethod = true };
}
