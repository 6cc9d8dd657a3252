using Interactor.Runtime;

namespace Fixtures.Minting;

internal static partial class MintScripts
{
    public static async partial ValueTask<Coin> FlipAsync(Coin input, ScriptContext context, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return input.Value > 0
            ? input with { Side = input.Side == CoinSide.Heads ? CoinSide.Tails : CoinSide.Heads }
            : throw new ArgumentException($"A coin of {input.Value} has no sides.");
    }
}
