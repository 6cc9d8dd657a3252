using Interactor.Compiler.Expressions;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>The hosts of URLs without expressions: what <c>egress</c> defaults to.</summary>
internal static class FixedHosts
{
    public static IEnumerable<string> Of(SyntaxNode? node) => node switch
    {
        MappingNode mapping => mapping.Entries.SelectMany(e => Of(e.Value)),
        SequenceNode sequence => sequence.Items.SelectMany(Of),
        ScalarNode scalar when !ScalarBinder.HasExpression(scalar)
            && scalar.Text.StartsWith("https://", StringComparison.Ordinal)
            && Uri.TryCreate(scalar.Text, UriKind.Absolute, out Uri? uri) => [uri.Host],
        _ => [],
    };
}
