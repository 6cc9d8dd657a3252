using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Reads HTTP status codes and ranges: <c>429</c>, <c>500-599</c>, <c>5XX</c>.</summary>
internal static class StatusReader
{
    private const string Forms = "a code such as 429, a range such as 500-599, or a class such as 5XX";

    public static StatusRange? Read(ScalarNode scalar, BindingContext context)
    {
        string text = scalar.Text;
        if (text.Length == 3 && text[0] is >= '1' and <= '5' && text.Substring(1).ToUpperInvariant() == "XX")
        {
            int first = (text[0] - '0') * 100;
            return new StatusRange(first, first + 99);
        }

        string[] ends = text.Split('-');
        if (ends.Length <= 2 && TryCode(ends[0], out int from) && TryCode(ends[ends.Length - 1], out int to) && from <= to)
        {
            return new StatusRange(from, to);
        }

        context.Report(StructureDiagnostics.InvalidStatus, scalar, text, Forms);
        return null;
    }

    private static bool TryCode(string text, out int code) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out code) && code is >= 100 and <= 599;
}
