using System.Security.Cryptography;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

public sealed class CredentialKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_key_file_is_private_and_gives_the_key_again()
    {
        string path = _folder.File("key");
        CredentialKey made = CredentialKey.CreateFile(path);
        Assert.Equal(made.Id, CredentialKey.FromFile(path).Id);
        Assert.Equal(made.Id, CredentialKey.FromBase64(File.ReadAllText(path)).Id);
        Assert.NotEqual(made.Id, CredentialKey.CreateFile(_folder.File("other")).Id);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public void A_key_file_is_never_written_over()
    {
        string path = _folder.File("key");
        CredentialKey.CreateFile(path);
        string before = File.ReadAllText(path);
        Assert.Throws<IOException>(() => CredentialKey.CreateFile(path));
        Assert.Equal(before, File.ReadAllText(path));
    }

    [Fact]
    public void A_key_file_that_others_may_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string path = _folder.File("key");
        CredentialKey.CreateFile(path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("0600", Assert.Throws<UnauthorizedAccessException>(() => CredentialKey.FromFile(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all, but long enough for it..")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_text_of_another_size_is_no_key(string text)
    {
        ArgumentException failure = Assert.Throws<ArgumentException>(() => CredentialKey.FromBase64(text));
        Assert.True(text.Length == 0 || !failure.Message.Contains(text, StringComparison.Ordinal));
        string path = _folder.File("key");
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead);
        }

        Assert.Throws<InvalidDataException>(() => CredentialKey.FromFile(path));
    }

    [Fact]
    public void A_key_shows_its_id_only()
    {
        byte[] bytes = RandomNumberGenerator.GetBytes(CredentialKey.Size);
        CredentialKey key = new(bytes);
        Assert.Equal($"CredentialKey {{ Id = {key.Id} }}", key.ToString());
        Assert.DoesNotContain(key.Id, Convert.ToHexStringLower(bytes), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new CredentialKey(bytes.AsSpan(1)));
    }

    public void Dispose() => _folder.Dispose();
}
