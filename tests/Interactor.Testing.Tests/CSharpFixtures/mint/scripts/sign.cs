using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime;

// The project of this connector gives it a namespace of its own.
namespace Fixtures.Minting;

internal static partial class MintScripts
{
    public static partial ValueTask<string> SignAsync(ToSign input, ScriptContext context, CancellationToken cancellationToken)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{input.Method}\n{input.Path}\n{input.Body}");
        return new(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(input.Key), text)));
    }

    public static partial ValueTask<string> TimeAsync(ScriptContext context, CancellationToken cancellationToken) =>
        new(context.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
}
