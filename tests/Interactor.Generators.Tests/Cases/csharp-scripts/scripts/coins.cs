using System.Security.Cryptography;
using System.Text;
using Interactor.Runtime;

namespace Acme.Connectors.Mint;

internal static partial class MintScripts
{
    public static partial ValueTask<string> SignAsync(SignScriptInput input, ScriptContext context, CancellationToken cancellationToken)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{input.Method}\n{input.Path}\n{input.Body}");
        return new(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(input.Key), text)));
    }

    public static async partial ValueTask<Coin> WeighAsync(IReadOnlyList<Coin> input, ScriptContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return Heaviest(input);
    }

    private static Coin Heaviest(IReadOnlyList<Coin> coins) => coins.MaxBy(coin => coin.Value) ?? new Coin { Value = 0 };
}
