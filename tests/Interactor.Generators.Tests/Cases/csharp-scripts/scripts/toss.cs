using Interactor.Runtime;

namespace Acme.Connectors.Mint
{
    internal static partial class MintScripts
    {
        public static partial ValueTask<string?> TossAsync(ScriptContext context, CancellationToken cancellationToken) =>
            new(context.Now.Second % 2 == 0 ? "heads" : null);
    }
}
