using Interactor.Compiler.Binding.Datatypes;
using Interactor.Compiler.Binding.Requests;
using Interactor.Compiler.Binding.Settings;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
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
        ResponseModel? success = null;
        bool mayBeEmpty = false;
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (MappingEntry entry in context.ReadEntries(node, "'responses'"))
        {
            StatusRange? status = entry.Key.Text == "default" ? new StatusRange(400, 599) : StatusReader.Read(entry.Key, context);
            bool isSuccess = status is { First: >= 200 and <= 299 };
            if (isSuccess && !seen.Add(JsonText.Of(entry.Value)))
            {
                continue;
            }

            ResponseModel? response = BindMedia(entry, proposal + BindingContext.Capital(entry.Key.Text));
            if (!isSuccess || response is null)
            {
                continue;
            }

            bool isEmpty = response.Kind == ResponseBodyKind.None;
            mayBeEmpty |= isEmpty;
            if (success is { Kind: not ResponseBodyKind.None } && !isEmpty && success != response)
            {
                context.Report(ActionDiagnostics.SeveralResponses, entry.Key);
            }

            success = success is null || success.Kind == ResponseBodyKind.None ? response : success;
        }

        return success is { Kind: not ResponseBodyKind.None } && mayBeEmpty
            ? success with { Body = success.Body with { Type = success.Body.Type.AsNullable() } }
            : success;
    }

    /// <summary>A schema that stands alone: the JSON body.</summary>
    public ResponseModel BindSchema(SyntaxNode? schema, string proposal) => new(
        schema is null ? new ContractModel(new AnyTypeModel(), null) : datatypes.BindInline(schema, proposal),
        ResponseBodyKind.Json,
        KeepRaw: false);

    private ResponseModel? BindMedia(MappingEntry status, string proposal)
    {
        if (status.Value is ScalarNode { Kind: ScalarKind.Null } or MappingNode { Entries.Count: 0 })
        {
            return new ResponseModel(new ContractModel(new NullTypeModel(), null), ResponseBodyKind.None, KeepRaw: false);
        }

        ResponseModel? first = null;
        foreach (MappingEntry media in context.ReadEntries(status.Value, "a response"))
        {
            if (!MediaType.IsValid(media.Key.Text))
            {
                context.Report(ActionDiagnostics.InvalidMediaType, media.Key, media.Key.Text);
                continue;
            }

            ResponseModel response = MediaType.KindOf(media.Key.Text) switch
            {
                ResponseBodyKind.Text => new ResponseModel(new ContractModel(new StringTypeModel(), null), ResponseBodyKind.Text, KeepRaw: false),
                ResponseBodyKind.Bytes => new ResponseModel(new ContractModel(new BytesTypeModel(), null), ResponseBodyKind.Bytes, KeepRaw: false),
                _ => BindSchema(media.Value is ScalarNode { Kind: ScalarKind.Null } ? null : media.Value, proposal),
            };
            first ??= response;
        }

        return first;
    }
}
