using System.Security.Cryptography;

namespace Interactor.Host.Secrets;

/// <summary>The secret of the host's sandboxes, beside the key ring: with it, accounts that they play stay connected when the host starts anew.</summary>
internal sealed class SandboxKey(HostSettings settings)
{
    public const string FileName = "sandbox.key";
    private const int Length = 32;

    private readonly Lazy<byte[]> _value = new(() => ReadOrMake(Path.Combine(KeyDirectory.Make(settings.KeyDirectory ?? Path.Combine(settings.DataDirectory, "keys")).FullName, FileName)));

    public byte[] Value => _value.Value;

    private static byte[] ReadOrMake(string path)
    {
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: Length } kept)
        {
            return kept;
        }

        // Of hosts that make it at the same time the last one counts; accounts of the others' sandboxes are connected again.
        byte[] made = RandomNumberGenerator.GetBytes(Length);
        string part = $"{path}.{Guid.NewGuid():N}";
        KeyDirectory.Write(part, made);
        File.Move(part, path, overwrite: true);
        return made;
    }
}
