using System.Collections;
using System.Runtime.CompilerServices;

namespace Interactor.Compiler.Syntax;

/// <summary>The children of a node. A struct, because going over children is most of what is done with a tree.</summary>
[CollectionBuilder(typeof(SyntaxList), nameof(SyntaxList.Create))]
public readonly struct SyntaxList<T> : IReadOnlyList<T>
{
    private readonly T[]? _items;

    internal SyntaxList(T[] items) => _items = items;

    public int Count => _items?.Length ?? 0;

    public T this[int index] => (_items ?? [])[index];

    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Goes over the children.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        public readonly T Current => _items[_index];

        public bool MoveNext() => ++_index < _items.Length;
    }
}

/// <summary>Makes <see cref="SyntaxList{T}"/> values.</summary>
public static class SyntaxList
{
    public static SyntaxList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
