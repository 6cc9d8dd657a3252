using System.Text;
using Interactor.Runtime.Json.Validation.Patterns;
using Interactor.Runtime.Json.Validation.Patterns.Syntax;

namespace Interactor.Runtime.Json.Validation.Formats;

/// <summary>Regular expressions of ECMA-262. The one format that allocates: it parses the expression.</summary>
internal static class RegexFormat
{
    public static bool IsValid(ReadOnlySpan<byte> text) => PatternParser.Parse(Encoding.UTF8.GetString(text), UnicodeProperty.Find).Error is null;
}
