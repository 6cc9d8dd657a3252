namespace Interactor.Host.Api;

/// <summary>The place of a value in a body with the member <c>values</c>.</summary>
internal static class ValuePointer
{
    /// <summary>The JSON Pointer (RFC 6901) of the value of a variable.</summary>
    public static string Of(string variable) => "/values/" + variable.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
