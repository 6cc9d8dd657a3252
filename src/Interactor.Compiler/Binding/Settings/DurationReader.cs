using System.Globalization;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>Reads <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c> into milliseconds.</summary>
internal static class DurationReader
{
    private const long Maximum = 24L * 60 * 60 * 1000;

    private static readonly (string Unit, long Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    public static long Read(ScalarNode? scalar, long otherwise, BindingContext context)
    {
        if (scalar is null)
        {
            return otherwise;
        }

        foreach ((string unit, long milliseconds) in Units)
        {
            if (scalar.Text.EndsWith(unit, StringComparison.Ordinal)
                && long.TryParse(scalar.Text.Substring(0, scalar.Text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long count)
                && count > 0
                && count <= Maximum / milliseconds)
            {
                return count * milliseconds;
            }
        }

        context.Report(StructureDiagnostics.InvalidDuration, scalar, scalar.Text);
        return otherwise;
    }
}
