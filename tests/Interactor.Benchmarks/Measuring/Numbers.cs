using System.Globalization;

namespace Interactor.Benchmarks.Measuring;

/// <summary>Reads <c>--name N</c> pairs.</summary>
internal static class Numbers
{
    public static bool TryRead(string[] args, (string Name, int Otherwise)[] options, out int[] values)
    {
        values = [.. options.Select(o => o.Otherwise)];
        if (args.Length % 2 != 0)
        {
            return false;
        }

        for (int i = 0; i < args.Length; i += 2)
        {
            int option = Array.FindIndex(options, o => o.Name == args[i]);
            if (option < 0 || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value == 0)
            {
                return false;
            }

            values[option] = value;
        }

        return true;
    }
}
