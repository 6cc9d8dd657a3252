using System.Text;
using Interactor.Runtime.Security;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

/// <summary>What an application kept and what became of it meanwhile.</summary>
public sealed class KeptRecordTests
{
    [Theory]
    [InlineData("{}", "/connector")]
    [InlineData("""{"connector":"c","method":"m","redirectUri":"https://a.test","expiresAt":"2026-01-01T00:00:00Z"}""", "/state")]
    [InlineData("""{"connector":"c","method":"m","redirectUri":"https://a.test","state":"hunter2","expiresAt":"hunter2"}""", "/expiresAt")]
    [InlineData("[1]", "")]
    public void A_pending_connection_says_what_is_not_as_it_was_kept(string text, string pointer) => AssertRefused(static utf8 => PendingConnection.FromJson(utf8), text, pointer);

    [Theory]
    [InlineData("{}", "/connector")]
    [InlineData("""{"connector":"c","method":"m","deviceCode":"hunter2","interval":"hunter2","expiresAt":"2026-01-01T00:00:00Z"}""", "/interval")]
    [InlineData("", "")]
    public void So_does_a_pending_device(string text, string pointer) => AssertRefused(static utf8 => PendingDevice.FromJson(utf8), text, pointer);

    [Theory]
    [InlineData("{}", "/method")]
    [InlineData("""{"method":"m","tokens":{"main":{"refresh":"hunter2"}}}""", "/tokens/main/value")]
    [InlineData("""{"method":"m","tokens":{"main":{"value":"hunter2","expiresAt":"hunter2"}}}""", "/tokens/main/expiresAt")]
    [InlineData("""{"method":"m","status":"hunter2"}""", "/status")]
    [InlineData("""{"method":"m"} hunter2""", "")]
    [InlineData("""{"method":null,"variables":{"a":"hunter2"}}""", "/method")]
    [InlineData("""{"method":"m","generation":-1}""", "/generation")]
    [InlineData("""{"method":"m","tokens":{"main":null}}""", "/tokens/main")]
    [InlineData("""{"method":"m","tokens":{"main":{"value":null}}}""", "/tokens/main/value")]
    [InlineData("""{"method":"m","tokens":{"main":{"value":"hunter2","scopes":[null]}}}""", "/tokens/main/scopes")]
    [InlineData("""{"method":"m","tokens":{"main":{"value":"hunter2","generation":-1}}}""", "/tokens/main/generation")]
    public void So_does_a_connection(string text, string pointer) => AssertRefused(static utf8 => Connection.FromJson(utf8), text, pointer);

    [Theory]
    [InlineData("""{"method":"m","tokens":{"main":{"value":"v"}}}""")]
    [InlineData("""{"method":"m","variables":{"a":null},"facts":{"a":null},"tokens":{"main":{"value":"v"}}}""")]
    [InlineData("""{"method":"m","variables":null,"facts":null,"generation":0,"tokens":{"main":{"value":"v","scopes":null,"generation":0}}}""")]
    public void A_connection_that_lost_members_has_those_of_a_new_one(string text)
    {
        Connection connection = Connection.FromJson(Encoding.UTF8.GetBytes(text));
        Assert.Equal((0, 0, 1L), (connection.Variables.Count, connection.Facts.Count, connection.Generation));
        Token token = connection.Tokens["main"];
        Assert.Equal((0, 1L), (token.Scopes.Count, token.Generation));
        Assert.Equal("Connection { Method = m, Status = Active, Generation = 1, Variables = [], Tokens = [main] }", connection.ToString());
        Assert.Equal(2, connection.With("main", token).Generation);
    }

    [Fact]
    public void A_connection_that_lost_its_tokens_has_none() => Assert.Empty(Connection.FromJson("""{"method":"m"}"""u8).Tokens);

    private static void AssertRefused(Action<byte[]> read, string text, string pointer)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Equal(pointer, failure.Details[0].Pointer);
        Assert.Contains(pointer.Length == 0 ? "the document is no JSON object" : pointer, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }
}
