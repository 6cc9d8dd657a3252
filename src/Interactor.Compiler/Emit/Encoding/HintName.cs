using System.Globalization;
using System.Text;

namespace Interactor.Compiler.Emit.Encoding;

/// <summary>Writes a name as one segment of a generated file's path: what Roslyn takes as a hint name and every file system as a file.</summary>
public static class HintName
{
    public static string Segment(string name)
    {
        StringBuilder segment = new(name.Length);
        foreach (char c in name)
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '-' or '_')
            {
                segment.Append(c);
            }
            else
            {
                // The code keeps names apart that share their ASCII letters, or have none.
                segment.Append('_').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return segment.Length == 0 || segment[0] == '.' ? "_" + segment : segment.ToString();
    }
}
