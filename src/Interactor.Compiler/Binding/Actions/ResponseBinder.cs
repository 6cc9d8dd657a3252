using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Schemas.Normal;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Actions;

/// <summary>
/// Binds <c>responses</c> (status → media type → schema) and the short <c>response</c> of a step (a schema). Only a
/// successful response shapes the code; schemas of errors are checked and documented.
/// </summary>
/// <param name="stream">How the action hands on a successful answer while it arrives; null where it is read at once.</param>
internal sealed class ResponseBinder(BindingContext context, DatatypeBinder datatypes, StreamModel? stream = null)
{
    public ResponseModel? BindByStatus(SyntaxNode? node, string proposal)
    {
        List<(MappingEntry Status, MappingEntry? Media)> successes = [];
        foreach (MappingEntry entry in context.ReadEntries(node, "'responses'"))
        {
            StatusRange? status = entry.Key.Text == "default" ? new StatusRange(400, 599) : StatusReader.Read(entry.Key, context);
            MappingEntry? media = ReadMedia(entry);
            if (status is { First: >= 200 and <= 299 })
            {
                successes.Add((entry, media));
            }
            else if (media is { } other)
            {
                // Rules see the body of an error in the generic way, so that its schema gives types only.
                ResponseBodyKind kind = MediaKindOf(other);
                BindMedia(other, proposal + BindingContext.Capital(entry.Key.Text), kind == ResponseBodyKind.Xml ? ResponseBodyKind.Json : kind);
            }
        }

        if (successes.Count == 0)
        {
            return null;
        }

        (MappingEntry Status, MappingEntry Media)[] bodies = [.. successes.Where(s => s.Media is not null).Select(s => (s.Status, s.Media!.Value))];
        if (bodies.Length == 0)
        {
            return new ResponseModel(new ContractModel(new NullTypeModel(), null), ResponseBodyKind.None, KeepRaw: false);
        }

        ResponseModel response = BindBodies(bodies, proposal);

        // A status without a body is a stream without items, and none of them is null for that.
        return bodies.Length < successes.Count && stream is null ? response with { Body = response.Body with { Type = response.Body.Type.AsNullable() } } : response;
    }

    // Statuses of one schema have one type; where their schemas differ, any of them may come.
    private ResponseModel BindBodies((MappingEntry Status, MappingEntry Media)[] bodies, string proposal)
    {
        (MappingEntry first, MappingEntry media) = bodies[0];
        ResponseBodyKind kind = KindOf(media);
        List<SyntaxNode> schemas = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((MappingEntry status, MappingEntry other) in bodies)
        {
            if (KindOf(other) != kind)
            {
                context.Report(ActionDiagnostics.SeveralResponses, status.Key);
            }
            else if (kind is ResponseBodyKind.Json or ResponseBodyKind.Xml && seen.Add(JsonText.Of(other.Value)))
            {
                schemas.Add(other.Value);
            }
        }

        string name = proposal + BindingContext.Capital(first.Key.Text);
        return schemas.Count < 2 ? BindMedia(media, name, kind)
            : schemas.Any(IsNothing) ? BindSchema(null, name, kind)
            : BindSchema(NormalNodes.Mapping(first.Value, "anyOf", NormalNodes.Sequence(first.Value, [.. schemas])), proposal, kind);
    }

    /// <summary>A schema of what the body is read as: JSON where it stands alone.</summary>
    public ResponseModel BindSchema(SyntaxNode? schema, string proposal, ResponseBodyKind kind = ResponseBodyKind.Json)
    {
        if (schema is null)
        {
            return new ResponseModel(new ContractModel(new AnyTypeModel(), null), kind, KeepRaw: false);
        }

        ContractModel contract = Held(datatypes.BindInline(schema, proposal, isRequest: false, out SyntaxNode written));
        return new ResponseModel(contract, kind, KeepRaw: false) { Xml = kind == ResponseBodyKind.Xml ? context.Xml?.Bind(written, otherwise: null, out _) : null };
    }

    /// <summary>What is answered as a whole is held in memory: content is bytes.</summary>
    public static ContractModel Held(ContractModel contract) =>
        contract.Type is BytesTypeModel { IsContent: true } content ? new ContractModel(content with { IsContent = false }, null) : contract;

    // How the body is read is said by its first media type.
    private MappingEntry? ReadMedia(MappingEntry status)
    {
        if (IsNothing(status.Value) || status.Value is MappingNode { Entries.Count: 0 })
        {
            return null;
        }

        MappingEntry? first = null;
        foreach (MappingEntry media in context.ReadEntries(status.Value, "a response"))
        {
            if (MediaType.IsValid(media.Key.Text))
            {
                first ??= media;
            }
            else
            {
                context.Report(ActionDiagnostics.InvalidMediaType, media.Key, media.Key.Text);
            }
        }

        return first;
    }

    // Of a stream the schema is that of an item, whatever the media type is.
    private ResponseBodyKind KindOf(MappingEntry media) => stream?.Kind switch
    {
        StreamKind.Bytes => ResponseBodyKind.Bytes,
        null => MediaKindOf(media),
        _ => ResponseBodyKind.Json,
    };

    // An XML document that a schema calls text is wanted as it stands.
    private ResponseBodyKind MediaKindOf(MappingEntry media)
    {
        ResponseBodyKind kind = MediaType.KindOf(media.Key.Text);
        return kind == ResponseBodyKind.Xml && datatypes.Follow(media.Value) is MappingNode schema && schema.Find("type") is ScalarNode { Text: "string" }
            ? schema.Find("format") is ScalarNode { Text: "binary" } ? ResponseBodyKind.Bytes : ResponseBodyKind.Text
            : kind;
    }

    private ResponseModel BindMedia(MappingEntry media, string proposal, ResponseBodyKind kind) => kind switch
    {
        ResponseBodyKind.Text => new ResponseModel(new ContractModel(new StringTypeModel(), null), ResponseBodyKind.Text, KeepRaw: false),
        ResponseBodyKind.Bytes => new ResponseModel(new ContractModel(new BytesTypeModel(), null), ResponseBodyKind.Bytes, KeepRaw: false),
        _ => BindSchema(IsNothing(media.Value) ? null : media.Value, proposal, kind),
    };

    private static bool IsNothing(SyntaxNode node) => node is ScalarNode { Kind: ScalarKind.Null };
}
