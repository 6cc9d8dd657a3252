using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Scanning;

namespace Interactor.Runtime.Json;

/// <summary>
/// Reads one JSON document (RFC 8259) forward from UTF-8 bytes in memory, checking its grammar on the way. It stands at the first byte of a
/// value or behind one; a copy is a checkpoint to come back to. Nothing is built and nothing is allocated.
/// </summary>
/// <remarks>
/// The caller knows what it expects, so there is no token type to ask for and no stack of open containers: twice to four times as fast as
/// <see cref="System.Text.Json.Utf8JsonReader"/>, which docs/benchmarks.md measures. After a grammar error every call answers false and
/// <see cref="IsMalformed"/> says so; loops need no check of their own. Whether the bytes are UTF-8 is the caller's to check, once for the whole.
/// </remarks>
public ref partial struct JsonScanner
{
    /// <summary>How many arrays and objects may lie inside each other.</summary>
    public const int DefaultMaxDepth = 1000;

    private ReadOnlySpan<byte> _text;
    private ReadOnlySpan<byte> _name;
    private int _position;
    private int _room;
    private int _error;
    private int _provenTo;
    private bool _isLossy;
    private bool _isFresh;
    private bool _nameIsEscaped;

    /// <summary>A scanner on the first value of a document.</summary>
    /// <param name="utf8">The whole document, without a byte order mark.</param>
    /// <param name="maxDepth">How many arrays and objects may lie inside each other.</param>
    public JsonScanner(ReadOnlySpan<byte> utf8, int maxDepth = DefaultMaxDepth)
    {
        _text = utf8;
        _room = maxDepth;
        _error = -1;
        _provenTo = NotProving;
        _position = Space.Skip(utf8, 0);
    }

    /// <summary>The byte offset of what comes next; at a value, of its first byte.</summary>
    public readonly int Position => _position;

    /// <summary>The kind of the value that the scanner stands at, told by its first byte; none at the end or where no value can begin.</summary>
    public readonly JsonKinds Kind => (uint)_position < (uint)_text.Length ? ByteTable.KindOf(_text[_position]) : JsonKinds.None;

    /// <summary>The bytes are not JSON, or are nested too deep.</summary>
    public readonly bool IsMalformed => _error >= 0;

    /// <summary>The nesting was the reason.</summary>
    public readonly bool IsTooDeep => _room < 0;

    /// <summary>The byte offset where the grammar ended; -1 where it has not.</summary>
    public readonly int ErrorPosition => _error;

    /// <summary>Enters an object.</summary>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryBeginObject() => TryBegin((byte)'{');

    /// <summary>Enters an array.</summary>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryBeginArray() => TryBegin((byte)'[');

    /// <summary>Goes on to the next item of the array at hand, whose earlier items are read.</summary>
    /// <returns>False when there is none: the array is left.</returns>
    public bool NextItem()
    {
        int at = Next((byte)']');
        _position = at < 0 ? _position : at;
        return at >= 0;
    }

    /// <summary>Reads past a value of any kind.</summary>
    /// <returns>False when the bytes are not JSON.</returns>
    public bool TrySkip()
    {
        int end = Skipping.End(_text, _position, ref _room);
        if (end < 0)
        {
            return Fail(~end);
        }

        _position = end;
        return true;
    }

    /// <summary>Reads a value of any kind as it stands.</summary>
    /// <param name="utf8">Its bytes, from its first to its last.</param>
    /// <returns>False when the bytes are not JSON.</returns>
    public bool TryRaw(out ReadOnlySpan<byte> utf8)
    {
        int start = _position;
        bool isRead = TrySkip();
        utf8 = isRead ? _text[start.._position] : default;
        return isRead;
    }

    /// <summary>Whether only white space is left.</summary>
    /// <returns>False when there is more, which is a grammar error, or was one before.</returns>
    public bool TryEnd()
    {
        if (IsMalformed)
        {
            return false;
        }

        int at = Space.Skip(_text, _position);
        return at == _text.Length || Fail(at);
    }

    /// <summary>Goes back to a value that was read and is not what was wanted, so that the position tells which one it was.</summary>
    /// <param name="position">Where the value starts.</param>
    /// <returns>Always false.</returns>
    internal bool BackTo(int position)
    {
        _position = IsMalformed ? _position : position;
        return false;
    }

    /// <summary>The bytes read since a position.</summary>
    /// <param name="start">An earlier <see cref="Position"/>.</param>
    /// <returns>Empty when the bytes are malformed.</returns>
    internal readonly ReadOnlySpan<byte> Since(int start) => IsMalformed ? default : _text[start.._position];

    /// <summary>How many bytes follow.</summary>
    internal readonly int Remaining => _text.Length - _position;

    /// <summary>How far a scanner has got, behind a value.</summary>
    internal readonly ScannerPlace Place => new(_position, _room, _error);

    /// <summary>Goes to where a copy of this scanner has got.</summary>
    internal void GoTo(ScannerPlace place)
    {
        _room = place.Room;
        _position = place.Position;
        if (place.Error >= 0)
        {
            Fail(place.Error);
        }
    }

    /// <summary>Up to which byte offset everything is known to be valid; below -1 where nobody asks.</summary>
    internal readonly int ProvenTo => _provenTo;

    /// <summary>Goes back to a value that was skipped, of an object that is read in another order than it was written in.</summary>
    /// <param name="place">At the value.</param>
    /// <param name="provenTo">What <see cref="ProvenTo"/> was there.</param>
    internal void Revisit(ScannerPlace place, int provenTo)
    {
        _position = place.Position;
        _room = place.Room;
        _provenTo = provenTo;
    }

    private bool TryBegin(byte open)
    {
        int at = _position;
        if ((uint)at >= (uint)_text.Length || _text[at] != open)
        {
            return false;
        }

        if (--_room < 0 || ((_room & 15) == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            _room = -1;
            return Fail(at);
        }

        _position = at + 1;
        _isFresh = true;
        return true;
    }

    // Past the comma and the space around it; negative when the container is left or the bytes are malformed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Next(byte close)
    {
        int at = Space.Skip(_text, _position);
        if ((uint)at >= (uint)_text.Length)
        {
            return Refuse(at);
        }

        byte b = _text[at];
        if (b == close)
        {
            _isFresh = false;
            _room++;
            _position = at + 1;
            return -1;
        }

        if (_isFresh)
        {
            _isFresh = false;
            return at;
        }

        if (b != ',')
        {
            return Refuse(at);
        }

        at = Space.Skip(_text, at + 1);
        return (uint)at < (uint)_text.Length && _text[at] != close ? at : Refuse(at);
    }

    private int Refuse(int at)
    {
        Fail(at);
        return -1;
    }

    // Nothing is left to read, so whatever is asked next answers false.
    private bool Fail(int at)
    {
        if (_error < 0)
        {
            _error = at;
        }

        _text = default;
        _name = default;
        _position = 0;
        return false;
    }
}
