using System.Collections.Frozen;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>The formats that are asserted: those of JSON Schema (validation, section 7.3) and of the OpenAPI format registry.</summary>
internal static class FormatTable
{
    private static readonly FrozenDictionary<string, FormatRow> Rows = new FormatRow[]
    {
        Text("date-time", "a date-time such as 2026-01-31T12:00:00Z (RFC 3339)", Rfc3339.IsDateTime),
        Text("date", "a date such as 2026-01-31 (RFC 3339)", Rfc3339.IsDate),
        Text("time", "a time with its offset such as 12:00:00Z (RFC 3339)", Rfc3339.IsTime),
        Text("duration", "a duration such as P1DT12H (RFC 3339, appendix A)", DurationFormat.IsValid),
        Text("uuid", "a UUID such as 123e4567-e89b-12d3-a456-426614174000", UuidText.IsValid),
        Text("email", "an e-mail address (RFC 5321)", EmailFormat.IsValid),
        Text("idn-email", "an e-mail address (RFC 6531)", EmailFormat.IsInternational),
        Text("hostname", "a host name (RFC 1123)", HostnameFormat.IsValid),
        Text("idn-hostname", "an internationalised host name (RFC 5890)", HostnameFormat.IsInternational),
        Text("ipv4", "an IPv4 address", IpFormat.IsVersion4),
        Text("ipv6", "an IPv6 address", IpFormat.IsVersion6),
        Text("uri", "an absolute URI (RFC 3986)", UriFormat.IsUri),
        Text("uri-reference", "a URI reference (RFC 3986)", UriFormat.IsUriReference),
        Text("iri", "an absolute IRI (RFC 3987)", UriFormat.IsIri),
        Text("iri-reference", "an IRI reference (RFC 3987)", UriFormat.IsIriReference),
        Text("uri-template", "a URI template (RFC 6570)", UriTemplateFormat.IsValid),
        Text("json-pointer", "a JSON Pointer (RFC 6901)", PointerFormat.IsPointer),
        Text("relative-json-pointer", "a relative JSON Pointer", PointerFormat.IsRelative),
        Text("regex", "a regular expression (ECMA-262)", RegexFormat.IsValid),
        Text("byte", "base64 (RFC 4648, section 4)", Base64Text.IsValid),

        Integer("int8", sbyte.MinValue, sbyte.MaxValue),
        Integer("uint8", 0, byte.MaxValue),
        Integer("int16", short.MinValue, short.MaxValue),
        Integer("uint16", 0, ushort.MaxValue),
        Integer("int32", int.MinValue, int.MaxValue),
        Integer("uint32", 0, uint.MaxValue),
        Integer("int64", long.MinValue, long.MaxValue),
        Number("float", "a number in the range of a 32-bit float", NumberFormat.IsSingle),
        Number("double", "a number in the range of a 64-bit float", NumberFormat.IsDouble),
        Number("decimal", "a number of at most 28 digits", NumberFormat.IsDecimal),
    }.ToFrozenDictionary(static row => row.Name);

    /// <returns>Null for a format that is an annotation here.</returns>
    public static FormatRow? Find(string name) => Rows.GetValueOrDefault(name);

    private static FormatRow Text(string name, string words, FormatCheck check) => new(name, JsonKinds.String, words, check);

    private static FormatRow Number(string name, string words, FormatCheck check) => new(name, JsonKinds.Number, words, check, NumberRange.OfFewDigits);

    private static FormatRow Integer(string name, long least, long most) =>
        new(
            name,
            JsonKinds.Number,
            $"an integer from {least} to {most}",
            text => NumberFormat.IsInteger(text, least, most),
            new NumberRange(least, most, IsOfIntegers: true));
}
