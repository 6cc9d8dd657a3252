using Interactor.Runtime.Json;
using Interactor.Runtime.Json.Names;
using Xunit;

namespace Interactor.Runtime.Tests.Json;

/// <summary>The text that names the members of a record.</summary>
public sealed class MemberListTests
{
    [Theory]
    [InlineData("", "", "", "")]
    [InlineData(".", "", "", ".")]
    [InlineData("*#", "", "", "*#")]
    [InlineData("!a", "!", "a", "")]
    [InlineData("!a,?b c,-d,1e,2f,3g,*", "!?-123", "a|b c|d|e|f|g", "*")]
    [InlineData("!!,?.,-*,.", "!?-", "!|.|*", ".")]
    [InlineData("!,?", "!?", "|", "")]
    [InlineData("!a,,b,?,,,-,,,,,#", "!?-", "a,b|,|,,", "#")]
    public void A_mark_and_a_name_a_member(string members, string marks, string names, string others)
    {
        (string foundMarks, string[] foundNames, string foundOthers) = MemberList.Split(members);
        Assert.Equal((marks, names, others), (foundMarks, string.Join('|', foundNames), foundOthers));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("!a,b")]
    [InlineData("!a,..")]
    [InlineData(".,!a")]
    [InlineData("#*")]
    public void A_member_without_a_mark_is_refused(string members) => Assert.Throws<ArgumentException>(() => new JsonMemberTable(members));
}
