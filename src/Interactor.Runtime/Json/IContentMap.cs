namespace Interactor.Runtime.Json;

/// <summary>A map of our own, whatever the type of its values, as <see cref="Content"/> looks at it.</summary>
internal interface IContentMap
{
    public int Count { get; }

    public IEnumerable<(object Name, object? Value)> Members { get; }

    public bool TryFind(string name, out object? value);
}
