using Interactor.Compiler.Expressions;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>The hosts of URLs without expressions: what <c>egress</c> defaults to.</summary>
internal static class FixedHosts
{
    /// <summary>The hosts of a mapping of names to URLs.</summary>
    public static IEnumerable<string> OfServers(SyntaxNode? servers) =>
        ((servers as MappingNode)?.Entries ?? []).SelectMany(e => OfUrl(e.Value));

    /// <summary>The hosts of every <c>url</c> and of the <c>servers</c> in security methods.</summary>
    public static IEnumerable<string> OfSecurity(SyntaxNode? node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(e => e.Key.Text switch
        {
            "url" => OfUrl(e.Value),
            "servers" => OfServers(e.Value),
            _ => OfSecurity(e.Value),
        }),
        SequenceNode sequence => sequence.Items.SelectMany(OfSecurity),
        _ => [],
    };

    private static IEnumerable<string> OfUrl(SyntaxNode node) =>
        node is ScalarNode scalar
        && !ScalarBinder.HasExpression(scalar)
        && scalar.Text.StartsWith("https://", StringComparison.Ordinal)
        && Uri.TryCreate(scalar.Text, UriKind.Absolute, out Uri? uri)
            ? [uri.Host]
            : [];
}
