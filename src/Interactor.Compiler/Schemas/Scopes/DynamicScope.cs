using Interactor.Compiler.Schemas.Resources;

namespace Interactor.Compiler.Schemas.Scopes;

/// <summary>
/// What dynamic references find where evaluation has come along some way: for each name the outermost resource that has a dynamic anchor of
/// that name. Two scopes with the same content are the same object.
/// </summary>
/// <param name="anchors">In the order of the names.</param>
internal sealed class DynamicScope(IReadOnlyList<KeyValuePair<string, SchemaResource>> anchors, string key)
{
    public IReadOnlyList<KeyValuePair<string, SchemaResource>> Anchors { get; } = anchors;

    /// <summary>Tells scopes apart.</summary>
    public string Key { get; } = key;

    public SchemaResource? Find(string name)
    {
        foreach (KeyValuePair<string, SchemaResource> anchor in Anchors)
        {
            if (anchor.Key == name)
            {
                return anchor.Value;
            }
        }

        return null;
    }
}
