using System.Globalization;

namespace Interactor.Cli.Output;

/// <summary>A number of things in words.</summary>
internal static class Count
{
    public static string Of(long number, string thing) => $"{number.ToString(CultureInfo.InvariantCulture)} {thing}{(number == 1 ? "" : "s")}";
}
