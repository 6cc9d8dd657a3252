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
    public void So_does_a_connection(string text, string pointer) => AssertRefused(static utf8 => Connection.FromJson(utf8), text, pointer);

    private static void AssertRefused(Action<byte[]> read, string text, string pointer)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => read(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Equal(pointer, failure.Details[0].Pointer);
        Assert.Contains(pointer.Length == 0 ? "the document is no JSON object" : pointer, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }
}
