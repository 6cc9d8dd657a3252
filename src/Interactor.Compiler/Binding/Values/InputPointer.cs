namespace Interactor.Compiler.Binding.Values;

/// <summary>Where a property of an input stands.</summary>
internal static class InputPointer
{
    /// <summary>The JSON pointer (RFC 6901) of the names that lead to the property.</summary>
    public static string Of(IEnumerable<string> way) => string.Concat(way.Select(name => "/" + name.Replace("~", "~0").Replace("/", "~1")));
}
