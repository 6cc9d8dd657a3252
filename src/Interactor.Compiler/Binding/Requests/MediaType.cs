using System.Text.RegularExpressions;
using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>Media types (RFC 9110, 8.3.1) and how a body of one is read.</summary>
internal static class MediaType
{
    private static readonly Regex Form = new(
        """^[A-Za-z0-9!#$&^_.+*-]+/[A-Za-z0-9!#$&^_.+*-]+( *; *[A-Za-z0-9!#$&^_.+-]+=("[A-Za-z0-9 !#$&^_.+:/-]*"|[A-Za-z0-9!#$&^_.+-]+))*\z""",
        RegexOptions.CultureInvariant);

    public static bool IsValid(string text) => Form.IsMatch(text);

    public static ResponseBodyKind KindOf(string mediaType)
    {
        string essence = mediaType.Split(';')[0].Trim().ToLowerInvariant();
        if (essence is "application/json" or "*/*" || essence.EndsWith("+json", StringComparison.Ordinal) || essence == "text/json")
        {
            return ResponseBodyKind.Json;
        }

        if (essence is "application/xml" or "text/xml" || (essence.EndsWith("+xml", StringComparison.Ordinal) && !essence.StartsWith("image/", StringComparison.Ordinal)))
        {
            return ResponseBodyKind.Xml;
        }

        return essence.StartsWith("text/", StringComparison.Ordinal) ? ResponseBodyKind.Text : ResponseBodyKind.Bytes;
    }
}
