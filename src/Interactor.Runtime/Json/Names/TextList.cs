using System.Text;

namespace Interactor.Runtime.Json.Names;

/// <summary>Splits the text that names the values of an open enum.</summary>
internal static class TextList
{
    /// <summary>The texts of a list: behind each stands a comma, and before a comma or backslash of its own a backslash.</summary>
    public static string[] Split(string list)
    {
        List<string> texts = [];
        StringBuilder text = new();
        for (int i = 0; i < list.Length; i++)
        {
            if (list[i] == ',')
            {
                texts.Add(text.ToString());
                text.Clear();
            }
            else
            {
                text.Append(list[i] == '\\' ? list[++i] : list[i]);
            }
        }

        return [.. texts];
    }
}
