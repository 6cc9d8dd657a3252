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
        (string foundMarks, string[] foundNames, _, string foundOthers) = MemberList.Split(members);
        Assert.Equal((marks, names, others), (foundMarks, string.Join('|', foundNames), foundOthers));
    }

    [Theory]
    [InlineData("""=a,"x",?b""", "x")]
    [InlineData("""=a,"x,,y\u002Cz",.""", "x,y,z")]
    [InlineData("=a,-17,.", "-17")]
    [InlineData("=a,true", "true")]
    public void What_has_one_value_brings_it(string members, string value)
    {
        (string marks, string[] names, JsonConstant?[] constants, _) = MemberList.Split(members);
        Assert.Equal(('=', "a", value), (marks[0], names[0], constants[0]!.ToString()));
        Assert.DoesNotContain(constants[1..], c => c is not null);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("!a,b")]
    [InlineData("!a,..")]
    [InlineData(".,!a")]
    [InlineData("#*")]
    public void A_member_without_a_mark_is_refused(string members) => Assert.Throws<ArgumentException>(() => new JsonMemberTable(members));
}
