using System.Text;

namespace Interactor.Runtime.Json.Names;

/// <summary>Splits the text that names the members of a <see cref="JsonMemberTable"/>.</summary>
internal static class MemberList
{
    /// <summary>The mark of a member that has one value.</summary>
    public const char Constant = '=';

    private const char Separator = ',';

    /// <summary>The marks, one a member; the names; the value of each that has only one; what is said of others.</summary>
    /// <exception cref="ArgumentException">A member has no mark.</exception>
    public static (string Marks, string[] Names, JsonConstant?[] Constants, string Others) Split(string members)
    {
        StringBuilder marks = new();
        List<string> names = [];
        List<JsonConstant?> constants = [];
        int at = 0;
        while (at < members.Length && "!?-123=".Contains(members[at], StringComparison.Ordinal))
        {
            char mark = members[at++];
            marks.Append(mark);
            names.Add(Next(members, ref at));
            constants.Add(mark == Constant ? new(Next(members, ref at)) : null);
        }

        string others = at < members.Length ? members[at..] : "";
        return others is "" or "." or "*" or "#" or "*#"
            ? (marks.ToString(), [.. names], [.. constants], others)
            : throw new ArgumentException($"A member has no mark at {at}.", nameof(members));
    }

    private static string Next(string members, ref int at)
    {
        int start = at;
        while (at < members.Length && !IsEnd(members, at))
        {
            at += members[at] == Separator ? 2 : 1;
        }

        return members[start..at++].Replace(",,", ",", StringComparison.Ordinal);
    }

    // A comma of the text's own stands twice.
    private static bool IsEnd(string members, int at) => members[at] == Separator && (at + 1 == members.Length || members[at + 1] != Separator);
}
