using System.Text;

namespace Interactor.Runtime.Json.Names;

/// <summary>Splits the text that names the members of a <see cref="JsonMemberTable"/>.</summary>
internal static class MemberList
{
    private const char Separator = ',';

    /// <summary>The marks, one a member; the names; what is said of others.</summary>
    /// <exception cref="ArgumentException">A member has no mark.</exception>
    public static (string Marks, string[] Names, string Others) Split(string members)
    {
        StringBuilder marks = new();
        List<string> names = [];
        int at = 0;
        while (at < members.Length && "!?-123".Contains(members[at], StringComparison.Ordinal))
        {
            marks.Append(members[at]);
            int start = ++at;
            while (at < members.Length && !IsEnd(members, at))
            {
                at += members[at] == Separator ? 2 : 1;
            }

            names.Add(members[start..at].Replace(",,", ",", StringComparison.Ordinal));
            at++;
        }

        string others = at < members.Length ? members[at..] : "";
        return others is "" or "." or "*" or "#" or "*#" ? (marks.ToString(), [.. names], others) : throw new ArgumentException($"A member has no mark at {at}.", nameof(members));
    }

    // A name's own comma stands twice.
    private static bool IsEnd(string members, int at) => members[at] == Separator && (at + 1 == members.Length || members[at + 1] != Separator);
}
