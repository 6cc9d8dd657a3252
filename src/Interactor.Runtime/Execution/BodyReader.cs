using System.Diagnostics.CodeAnalysis;
using System.Text;
using Interactor.Runtime.Http;
using Interactor.Runtime.Json;
using Interactor.Runtime.Xml;

namespace Interactor.Runtime.Execution;

/// <summary>Reads bodies into C# values by their contracts, in one pass over the bytes.</summary>
internal static class BodyReader
{
    /// <summary>The body of a successful response.</summary>
    public static TBody Read<TBody>(Reply reply, JsonContract<TBody>? contract, ResponseBodyKind kind, XmlShape? xml, ActionContext context) => kind switch
    {
        ResponseBodyKind.Json => ReadJson(reply, Utf8Mark.Skip(reply.Body.WrittenSpan), contract!, context),
        ResponseBodyKind.Xml => ReadXml(reply, contract!, xml ?? XmlShape.Generic, context),
        ResponseBodyKind.Text => (TBody)(object)ReadText(reply, context),
        ResponseBodyKind.Bytes => (TBody)(object)new ReadOnlyMemory<byte>(reply.Body.WrittenSpan.ToArray()),
        _ => contract is not null && contract.TryParse("null"u8, out TBody? value, out _) ? value : default!,
    };

    /// <summary>A successful response with its headers.</summary>
    public static ResponseValue<TBody> ReadValue<TBody>(
        Reply reply, JsonContract<TBody>? contract, ResponseBodyKind kind, XmlShape? xml, bool keepRaw, ActionContext context) => new(
        reply.Status,
        new ResponseHeaders(reply.Message),
        Read(reply, contract, kind, xml, context),
        keepRaw ? reply.Body.WrittenSpan.ToArray() : default);

    /// <summary>The output that an action built.</summary>
    public static TOutput ReadMapped<TOutput>(PooledJson json, JsonContract<TOutput> contract, ActionContext context)
    {
        ReadOnlySpan<byte> utf8 = json.Written;
        if (!TryRead(utf8, contract, context, out TOutput? value, out IReadOnlyList<ErrorDetail> errors))
        {
            errors = Findings.Redact(errors, context);
            throw new InteractorException(
                ErrorCode.ContractViolation, $"The output that the action builds does not have the shape that it declares{Findings.Summary(errors)}.")
            {
                Details = errors,
            };
        }

        if (context.Utf8Output is { } output)
        {
            output.Value = utf8.ToArray();
        }

        return value;
    }

    /// <summary>The output of a body as UTF-8 JSON: the provider's own bytes where they are JSON.</summary>
    public static ReadOnlyMemory<byte> Utf8Of<TOutput>(Reply reply, JsonContract<TOutput> contract, ResponseBodyKind kind, TOutput value) =>
        kind == ResponseBodyKind.Json && reply.Body.WrittenCount > 0 ? Utf8Mark.Skip(reply.Body.WrittenSpan).ToArray() : contract.Serialize(value);

    // An empty body is none, as in JSON.
    private static TBody ReadXml<TBody>(Reply reply, JsonContract<TBody> contract, XmlShape shape, ActionContext context)
    {
        using PooledJson json = PooledJson.Rent();
        try
        {
            if (reply.Body.WrittenCount > 0)
            {
                XmlBodyReader.Read(reply.Body.WrittenMemory, BodyCharset.Of(reply, context), shape, json.Writer);
            }
        }
        catch (XmlBodyException e)
        {
            string reason = SecretRedactor.Redact(e.Message, context);
            throw Unreadable(reply, $"The body of the response ({reply.Status}) is no XML that is read: {reason}.", [], context);
        }

        return ReadJson(reply, json.Written, contract, context);
    }

    private static TBody ReadJson<TBody>(Reply reply, ReadOnlySpan<byte> utf8, JsonContract<TBody> contract, ActionContext context)
    {
        bool isEmpty = utf8.IsEmpty;
        if (isEmpty)
        {
            utf8 = "null"u8;
        }

        if (!TryRead(utf8, contract, context, out TBody? value, out IReadOnlyList<ErrorDetail> errors))
        {
            errors = Findings.Redact(errors, context);
            throw Unreadable(reply, Explain(reply, isEmpty, errors, context), errors, context);
        }

        return value;
    }

    private static InteractorException Unreadable(Reply reply, string message, IReadOnlyList<ErrorDetail> errors, ActionContext context) =>
        new(ErrorCode.ContractViolation, message)
        {
            Details = errors,
            Status = reply.Status,
            RequestId = RequestIdHeader.Read(new ResponseHeaders(reply.Message)) is { } id ? SecretRedactor.Redact(id, context) : null,
        };

    /// <summary>What a provider or a connector gave, by its type or, where that is asked for, by its whole schema.</summary>
    public static bool TryRead<T>(
        ReadOnlySpan<byte> utf8, JsonContract<T> contract, ActionContext context, [MaybeNullWhen(false)] out T value, out IReadOnlyList<ErrorDetail> errors) =>
        context.Runtime.ValidateResponses ? contract.TryParseValid(utf8, out value, out errors) : contract.TryParse(utf8, out value, out errors);

    private static string Explain(Reply reply, bool isEmpty, IReadOnlyList<ErrorDetail> errors, ActionContext context)
    {
        if (isEmpty)
        {
            return $"The provider answered {reply.Status} with an empty body where the connector declares one.";
        }

        // A body that reads as its contract is JSON whatever it is called, so the media type only matters once reading failed.
        string? mediaType = reply.Message.Content.Headers.ContentType?.MediaType;
        return mediaType is null || mediaType.Contains("json", StringComparison.OrdinalIgnoreCase) || XmlMediaType.IsNamedBy(reply.Message)
            ? $"The body of the response ({reply.Status}) does not have the shape that the connector declares{Findings.Summary(errors)}."
            : $"The provider answered {reply.Status} with '{ShownName.Of(SecretRedactor.Redact(mediaType, context))}' where the connector declares JSON.";
    }

    private static string ReadText(Reply reply, ActionContext context)
    {
        Encoding encoding = BodyCharset.Of(reply, context) ?? Encoding.UTF8;
        ReadOnlySpan<byte> bytes = reply.Body.WrittenSpan;
        return encoding.GetString(bytes.StartsWith(encoding.Preamble) ? bytes[encoding.Preamble.Length..] : bytes);
    }
}
