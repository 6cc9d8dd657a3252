using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Dialects;
using Interactor.Compiler.Schemas.Keywords;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Normal;

/// <summary><c>type</c>: names as text, <c>nullable</c> taken in, Swagger's <c>file</c> as bytes.</summary>
internal static class TypeRewriter
{
    public static void Rewrite(KeywordUse use, NormalSchema target)
    {
        if (use.Value is ScalarNode { Text: TypeValue.File } && use.Location.Resource.Dialect.IsAmong(DialectSet.Swagger20))
        {
            target.Add(use.Entry, NormalNodes.Word(use.Value, "string"));
            target.Add(use.Entry.Key, "format", NormalNodes.Word(use.Value, "binary"));
            return;
        }

        JsonType types = TypeValue.Read(use.Value);
        if (NullableRewriter.IsNullable(use.Location, use.Schema))
        {
            types |= JsonType.Null;
        }

        if (use.Value is ScalarNode { Kind: ScalarKind.String, Style: ScalarStyle.DoubleQuoted } && TypeValue.IsOne(types) && !use.Location.Resource.Dialect.IsAmong(DialectSet.Draft4))
        {
            target.Add(use.Entry, use.Value);
            return;
        }

        ScalarNode[] names = [.. Ordered(use.Value, types).Select(name => NormalNodes.Word(use.Value, name))];
        target.Add(use.Entry, names.Length == 1 && use.Value is not SequenceNode ? names[0] : NormalNodes.Sequence(use.Value, names));
        if (use.Location.Resource.Dialect.IsAmong(DialectSet.Draft4) && (types & JsonType.Integer) != 0)
        {
            target.Add(use.Entry.Key, "$lexicalInteger", NormalNodes.True(use.Value));
        }
    }

    // The file's order first, so that what is generated reads like what was written.
    private static IEnumerable<string> Ordered(SyntaxNode value, JsonType types)
    {
        IEnumerable<string> written = (value is SequenceNode list ? list.Items : [value]).Select(i => TypeValue.Read(i)).SelectMany(TypeValue.NamesOf);
        return written.Concat(TypeValue.NamesOf(types)).Distinct(StringComparer.Ordinal);
    }
}
