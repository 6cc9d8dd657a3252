using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Schemas.Resources;

/// <summary>What a schema refers to through the dynamic scope: <c>$dynamicRef</c> (2020-12) or <c>$recursiveRef</c> (2019-09).</summary>
internal static class DynamicReference
{
    /// <summary>The name that stands for <c>$recursiveAnchor: true</c>; no anchor can have it.</summary>
    public const string Recursive = "$recursive";

    /// <summary>
    /// The name that the dynamic scope is asked for; null where the reference is like <c>$ref</c>, because what it first leads to has no
    /// dynamic anchor of that name (2020-12 core, section 8.2.3.2).
    /// </summary>
    /// <param name="initial">What the reference leads to by itself.</param>
    public static string? NameOf(string keyword, ScalarNode reference, SchemaLocation initial)
    {
        string name = keyword == "$recursiveRef" ? Recursive : SchemaUri.Decode(SchemaUri.Split(reference.Text).Fragment ?? "");
        return initial.Resource.DynamicAnchors.TryGetValue(name, out SchemaLocation? anchor) && ReferenceEquals(anchor, initial) ? name : null;
    }
}
