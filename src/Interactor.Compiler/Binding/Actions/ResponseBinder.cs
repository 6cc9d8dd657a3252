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
internal sealed class ResponseBinder(BindingContext context, DatatypeBinder datatypes)
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
                BindMedia(other, proposal + BindingContext.Capital(entry.Key.Text));
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
        return bodies.Length < successes.Count ? response with { Body = response.Body with { Type = response.Body.Type.AsNullable() } } : response;
    }

    // Statuses of one schema have one type; where their schemas differ, any of them may come.
    private ResponseModel BindBodies((MappingEntry Status, MappingEntry Media)[] bodies, string proposal)
    {
        (MappingEntry first, MappingEntry media) = bodies[0];
        ResponseBodyKind kind = MediaType.KindOf(media.Key.Text);
        List<SyntaxNode> schemas = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((MappingEntry status, MappingEntry other) in bodies)
        {
            if (MediaType.KindOf(other.Key.Text) != kind)
            {
                context.Report(ActionDiagnostics.SeveralResponses, status.Key);
            }
            else if (kind == ResponseBodyKind.Json && seen.Add(JsonText.Of(other.Value)))
            {
                schemas.Add(other.Value);
            }
        }

        string name = proposal + BindingContext.Capital(first.Key.Text);
        return schemas.Count < 2 ? BindMedia(media, name)
            : schemas.Any(IsNothing) ? BindSchema(null, name)
            : BindSchema(NormalNodes.Mapping(first.Value, "anyOf", NormalNodes.Sequence(first.Value, [.. schemas])), proposal);
    }

    /// <summary>A schema that stands alone: the JSON body.</summary>
    public ResponseModel BindSchema(SyntaxNode? schema, string proposal) => new(
        schema is null ? new ContractModel(new AnyTypeModel(), null) : datatypes.BindInline(schema, proposal),
        ResponseBodyKind.Json,
        KeepRaw: false);

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

    private ResponseModel BindMedia(MappingEntry media, string proposal) => MediaType.KindOf(media.Key.Text) switch
    {
        ResponseBodyKind.Text => new ResponseModel(new ContractModel(new StringTypeModel(), null), ResponseBodyKind.Text, KeepRaw: false),
        ResponseBodyKind.Bytes => new ResponseModel(new ContractModel(new BytesTypeModel(), null), ResponseBodyKind.Bytes, KeepRaw: false),
        _ => BindSchema(IsNothing(media.Value) ? null : media.Value, proposal),
    };

    private static bool IsNothing(SyntaxNode node) => node is ScalarNode { Kind: ScalarKind.Null };
}
