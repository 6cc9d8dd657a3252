using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Scanning;

namespace Interactor.Runtime.Json;

/// <summary>
/// Visits the members of one object in the order of their table, reading or writing each, so that generated code names a member once for both.
/// Before it reads, the object was skipped once to learn where each member stands.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "A walk is used in one place and never compared.")]
public ref partial struct JsonWalk
{
    private readonly bool _isWriting;
    private readonly ReadOnlySpan<Stop> _stops;
    private JsonMemberWriter _writer;
    private JsonScanner _scanner;
    private ExtensionData? _others;
    private int _next;
    private bool _isRead;

    internal JsonWalk(JsonMemberWriter writer)
    {
        _isWriting = true;
        _writer = writer;
    }

    internal JsonWalk(JsonScanner scanner, ReadOnlySpan<Stop> stops, ExtensionData? others)
    {
        _scanner = scanner;
        _stops = stops;
        _others = others;
        _isRead = true;
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public T? Do<T>(T? value, JsonTryRead<T> read, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_isWriting)
        {
            _writer.Add(value, write, name);
        }
        else if (IsNext())
        {
            _isRead = read(ref _scanner, out value);
        }

        return value;
    }

    /// <inheritdoc cref="Do{T}(T, JsonTryRead{T}, JsonWrite{T}, string)"/>
    public T? DoStruct<T>(T? value, JsonTryRead<T> read, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_isWriting)
        {
            _writer.AddStruct(value, write, name);
        }
        else if (IsNext())
        {
            _isRead = read(ref _scanner, out T one);
            value = one;
        }

        return value;
    }

    /// <summary>Reads or writes the next member, for which absent, null and a value are three things.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="read">Reads the value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value.</returns>
    public Optional<T> DoOptional<T>(Optional<T> value, JsonTryRead<T> read, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_isWriting)
        {
            _writer.AddOptional(value, write, name);
        }
        else if (IsNext())
        {
            _isRead = read(ref _scanner, out T? one);
            value = new(one!);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which may be null and must be there.</summary>
    /// <typeparam name="T">The type of its value, with null.</typeparam>
    /// <param name="value">The value to write.</param>
    /// <param name="read">Reads the value, or null.</param>
    /// <param name="write">Writes the value, or null.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value.</returns>
    public T Always<T>(T value, JsonTryRead<T> read, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_isWriting)
        {
            _writer.Always(value, write, name);
        }
        else if (IsNext())
        {
            _isRead = read(ref _scanner, out value!);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which is a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="value">The list to write; null where it is absent.</param>
    /// <param name="read">Reads an item.</param>
    /// <param name="write">Writes an item.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The list; null where it is absent.</returns>
    public IReadOnlyList<T>? List<T>(IReadOnlyList<T>? value, JsonTryRead<T> read, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.List(value, write, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.TryList(ref _scanner, read, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which is a map.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="value">The map to write; null where it is absent.</param>
    /// <param name="read">Reads a value.</param>
    /// <param name="write">Writes a value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The map; null where it is absent.</returns>
    public IReadOnlyDictionary<string, T>? Map<T>(IReadOnlyDictionary<string, T>? value, JsonTryRead<T> read, JsonWrite<T> write, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (_isWriting)
        {
            _writer.Map(value, write, name);
        }
        else if (IsNext())
        {
            _isRead = JsonRead.TryMap(ref _scanner, read, out value);
        }

        return value;
    }

    /// <summary>Reads or writes the next member, which has to be there with one value.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Constant(ReadOnlySpan<byte> utf8, string name)
    {
        if (_isWriting)
        {
            _writer.Constant(utf8, name);
        }
        else
        {
            _isRead = IsNext() && JsonConstant.TryRead(ref _scanner, utf8);
        }
    }

    /// <inheritdoc cref="Constant(ReadOnlySpan{byte}, string)"/>
    /// <param name="number">The number.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Constant(long number, string name)
    {
        if (_isWriting)
        {
            _writer.Int64(number, name);
        }
        else
        {
            _isRead = IsNext() && JsonConstant.TryRead(ref _scanner, number);
        }
    }

    /// <inheritdoc cref="Constant(ReadOnlySpan{byte}, string)"/>
    /// <param name="boolean">True or false.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    public void Constant(bool boolean, string name)
    {
        if (_isWriting)
        {
            _writer.Boolean(boolean, name);
        }
        else
        {
            _isRead = IsNext() && JsonConstant.TryRead(ref _scanner, boolean);
        }
    }

    /// <summary>Reads or writes the next member.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">The value to write; null where it is absent.</param>
    /// <param name="contract">Reads and writes the value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The value; null where it is absent.</returns>
    public T? Do<T>(T? value, JsonContract<T> contract, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Do(value, contract.Reader, contract.Writer, name);
    }

    /// <inheritdoc cref="Do{T}(T, JsonContract{T}, string)"/>
    public T? DoStruct<T>(T? value, JsonContract<T> contract, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct
    {
        ArgumentNullException.ThrowIfNull(contract);
        return DoStruct(value, contract.Reader, contract.Writer, name);
    }

    /// <summary>Reads or writes the next member, which is a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="value">The list to write; null where it is absent.</param>
    /// <param name="contract">Reads and writes an item.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The list; null where it is absent.</returns>
    public IReadOnlyList<T>? List<T>(IReadOnlyList<T>? value, JsonContract<T> contract, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(contract);
        return List(value, contract.Reader, contract.Writer, name);
    }

    /// <summary>Reads or writes the next member, which is a map.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="value">The map to write; null where it is absent.</param>
    /// <param name="contract">Reads and writes a value.</param>
    /// <param name="name">Its name in C#, for printing.</param>
    /// <returns>The map; null where it is absent.</returns>
    public IReadOnlyDictionary<string, T>? Map<T>(IReadOnlyDictionary<string, T>? value, JsonContract<T> contract, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(contract);
        return Map(value, contract.Reader, contract.Writer, name);
    }

    /// <summary>Reads or writes the members that the table does not name. It comes last.</summary>
    /// <param name="value">The members to write; null where there are none.</param>
    /// <returns>The members; null where there are none.</returns>
    public ExtensionData? Others(ExtensionData? value) => _others = _isWriting ? value : _others;

    internal readonly void End() => _writer.End(_others, "AdditionalProperties");

    /// <summary>Something was printed.</summary>
    internal readonly bool HasText => _writer.HasText;

    /// <summary>Everything could be read.</summary>
    internal readonly bool IsRead => _isRead;

    /// <summary>What was read shows less than the JSON held; see <see cref="JsonScanner.IsLossy"/>.</summary>
    internal readonly bool IsLossy => _scanner.IsLossy;

    /// <summary>Where the last member ended, or could not be read.</summary>
    internal readonly ScannerPlace Place => _scanner.Place;

    private bool IsNext()
    {
        Stop stop = _stops[_next++];
        if (stop.IsThere && _isRead)
        {
            _scanner.Revisit(stop.Place, stop.ProvenTo);
            return true;
        }

        return false;
    }

    /// <summary>Where a member stands, and how far the document was known to be valid there.</summary>
    internal readonly record struct Stop(ScannerPlace Place, int ProvenTo)
    {
        public bool IsThere { get; } = true;
    }
}
