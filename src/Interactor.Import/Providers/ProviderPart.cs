namespace Interactor.Import.Providers;

/// <summary>A piece of a provider's text.</summary>
internal abstract record ProviderPart
{
    private ProviderPart()
    {
    }

    /// <summary>Text that means itself.</summary>
    internal sealed record Literal(string Text) : ProviderPart;

    /// <summary><c>${connectionConfig.subdomain}</c>, <c>${apiKey}</c>.</summary>
    internal sealed record Name(string Path) : ProviderPart;

    /// <summary><c>${base64(…)}</c>.</summary>
    internal sealed record Call(string Function, IReadOnlyList<ProviderPart> Argument) : ProviderPart;
}
