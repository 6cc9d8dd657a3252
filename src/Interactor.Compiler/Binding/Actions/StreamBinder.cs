using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>Binds <c>stream</c>: a word, or a mapping with more to say.</summary>
internal sealed class StreamBinder(BindingContext context)
{
    private static readonly (string Word, StreamKind? Kind)[] Kinds = [("lines", StreamKind.Lines), ("events", StreamKind.Events), ("bytes", StreamKind.Bytes)];

    // What makes one output of an answer, or several requests of a call.
    private static readonly (string Key, string Reason)[] Others =
    [
        ("steps", "goes with one 'request', not with 'steps'"),
        ("script", "goes with a 'request', not with 'script'"),
        ("map", "gives items as the provider sends them, so that 'map' has nothing to build"),
        ("paginate", "and 'paginate' are two ways to give many items"),
        ("poll", "is the answer itself, so that there is no job for 'poll' to await"),
    ];

    /// <summary>The stream of an action; null where its answer is read at once.</summary>
    public StreamModel? Bind(MappingReader action)
    {
        SyntaxNode? node = action.Take("stream");
        if (node is null || BindNode(node, action) is not { } stream)
        {
            return null;
        }

        foreach ((string key, string reason) in Others.Where(o => action.Has(o.Key)))
        {
            context.Report(ActionDiagnostics.InvalidStream, action.Node.FindKey(key)!, reason);
        }

        return stream;
    }

    /// <summary>Whether an item is text as it stands: what its type is in C# has one text, and is never null.</summary>
    public static bool IsText(TypeModel item) => !item.IsNullable
        && item is StringTypeModel or TimestampTypeModel or DateTypeModel or UuidTypeModel or BytesTypeModel or NamedTypeModel { Kind: NamedTypeKind.Enum };

    private StreamModel? BindNode(SyntaxNode node, MappingReader action)
    {
        if (node is not MappingNode)
        {
            return action.TakeChoice("stream", null, Kinds) is { } word ? new StreamModel(word) : null;
        }

        MappingReader reader = action.TakeMapping("stream")!;
        StreamKind? kind = reader.RequireChoice("kind", null, Kinds);
        if (kind == StreamKind.Bytes)
        {
            Refuse(reader, "end", "of bytes has no items, so that none is the last");
        }

        if (kind is StreamKind.Bytes or StreamKind.Lines)
        {
            Refuse(reader, "types", "has types of items where they are events only");
        }

        string? end = reader.TakeText("end");
        EquatableArray<string> types = reader.TakeScalars("types").Select(JsonText.Plain).ToEquatableArray();
        reader.Done();
        return kind is { } known ? new StreamModel(known) { End = end, Types = types } : null;
    }

    private void Refuse(MappingReader reader, string key, string reason)
    {
        if (reader.Node.FindKey(key) is { } at)
        {
            context.Report(ActionDiagnostics.InvalidStream, at, reason);
        }
    }
}
