using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Scanning;
using Interactor.Runtime.Json.Tokens;

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
public ref struct JsonScanner
{
    /// <summary>How many arrays and objects may lie inside each other.</summary>
    public const int DefaultMaxDepth = 1000;

    // Nobody wants to know whether what is read is valid.
    private const int NotProving = -2;

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

    /// <summary>The name of the member that <see cref="NextMember"/> found: the bytes between its quotes as they stand.</summary>
    public readonly ReadOnlySpan<byte> Name => _name;

    /// <summary>
    /// What was read with this scanner shows less than the JSON held: one of two members of the same name, a null taken for absence, a member
    /// that the type has no room for, digits that made no whole number although what is left of them does. A test of the value alone cannot say then whether the JSON matched a schema.
    /// Of bytes that <see cref="Prove"/> has found valid it does not matter.
    /// </summary>
    public bool IsLossy
    {
        readonly get => _isLossy;
        internal set => _isLossy |= value && _position > _provenTo;
    }

    /// <summary>A null where the type has none is refused, and not taken for absence: what is read as valid must be all that the JSON says.</summary>
    internal readonly bool KeepsNull => _provenTo != NotProving;

    /// <summary>The name holds escapes.</summary>
    public readonly bool NameIsEscaped => _nameIsEscaped;

    /// <summary>Whether the member has this name, escapes resolved.</summary>
    /// <param name="utf8">The name without escapes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool NameEquals(ReadOnlySpan<byte> utf8) => _name.SequenceEqual(utf8) || (_nameIsEscaped && StringToken.AreEqual(_name, utf8));

    /// <summary>Enters an object.</summary>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryBeginObject() => TryBegin((byte)'{');

    /// <summary>Enters an array.</summary>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryBeginArray() => TryBegin((byte)'[');

    /// <summary>Goes on to the next member of the object at hand, whose earlier members are read: its <see cref="Name"/>, standing at its value.</summary>
    /// <returns>False when there is none: the object is left.</returns>
    public bool NextMember()
    {
        int at = Next((byte)'}');
        if (at < 0)
        {
            return false;
        }

        if ((uint)at >= (uint)_text.Length || _text[at] != '"')
        {
            return Fail(at);
        }

        int end = Strings.End(_text, at + 1, out bool isEscaped);
        if (end < 0)
        {
            return Fail(~end);
        }

        _name = _text[(at + 1)..end];
        _nameIsEscaped = isEscaped;
        at = end + 1;
        if ((uint)at >= (uint)_text.Length || _text[at] != ':')
        {
            at = Space.Skip(_text, at);
            if ((uint)at >= (uint)_text.Length || _text[at] != ':')
            {
                return Fail(at);
            }
        }

        _position = Space.Skip(_text, at + 1);
        return true;
    }

    /// <summary>Goes on to the next item of the array at hand, whose earlier items are read.</summary>
    /// <returns>False when there is none: the array is left.</returns>
    public bool NextItem()
    {
        int at = Next((byte)']');
        _position = at < 0 ? _position : at;
        return at >= 0;
    }

    /// <summary>Reads a string.</summary>
    /// <param name="raw">The bytes between the quotes as they stand.</param>
    /// <param name="isEscaped">They hold escapes.</param>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryString(out ReadOnlySpan<byte> raw, out bool isEscaped)
    {
        int at = _position;
        if ((uint)at >= (uint)_text.Length || _text[at] != '"')
        {
            raw = default;
            isEscaped = false;
            return false;
        }

        int end = Strings.End(_text, at + 1, out isEscaped);
        if (end < 0)
        {
            raw = default;
            return Fail(~end);
        }

        raw = _text[(at + 1)..end];
        _position = end + 1;
        return true;
    }

    /// <summary>Reads a number.</summary>
    /// <param name="text">Its bytes as they stand.</param>
    /// <returns>False, standing where it stood, when the value is none.</returns>
    public bool TryNumber(out ReadOnlySpan<byte> text)
    {
        bool isRead = TryScaledNumber(out DocumentNumber number);
        text = number.Text;
        return isRead;
    }

    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The value, when the answer is true.</param>
    /// <returns>False, standing where it stood, when the value is neither.</returns>
    public bool TryBoolean(out bool value)
    {
        value = TryWord((byte)'t', "true"u8);
        return value || TryWord((byte)'f', "false"u8);
    }

    /// <summary>Reads <c>null</c>.</summary>
    /// <returns>False, standing where it stood, when the value is another.</returns>
    public bool TryNull() => TryWord((byte)'n', "null"u8);

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

    /// <summary>
    /// Validates the value that the scanner stands at, without moving, where whoever reads wants to know whether the document is valid and
    /// the value does not lie in one that is validated already. It is for what a test of the value in C# cannot tell.
    /// </summary>
    /// <param name="schema">What the value must match.</param>
    public void Prove(JsonSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (_provenTo == NotProving || _position <= _provenTo)
        {
            return;
        }

        JsonScanner ahead = this;
        if (schema.Accepts(ref ahead))
        {
            _provenTo = ahead._position;
        }
        else
        {
            // The answer is known, so nothing more need be proven.
            IsLossy = true;
            _provenTo = int.MaxValue;
        }
    }

    /// <summary>Whoever reads wants to know whether what cannot be tested afterwards is valid: <see cref="IsLossy"/> says when it is not.</summary>
    internal void BeginProving() => _provenTo = -1;

    /// <summary>Whether the member whose value comes next is to be proven valid.</summary>
    internal readonly bool IsProving => _provenTo != NotProving && _position > _provenTo;

    /// <summary>Reads a number, with its value where that is cheap.</summary>
    internal bool TryScaledNumber(out DocumentNumber number)
    {
        int start = _position;
        bool isRead = TryScaledNumber(out ScaledNumber scaled, out bool isScaled);
        number = isRead ? new(_text[start.._position], scaled, isScaled) : default;
        return isRead;
    }

    /// <summary>Reads a number for its value alone, where that is cheap.</summary>
    internal bool TryScaledNumber(out ScaledNumber scaled, out bool isScaled)
    {
        scaled = default;
        isScaled = false;
        if (Kind != JsonKinds.Number)
        {
            return false;
        }

        int end = Numbers.End(_text, _position, out scaled, out isScaled);
        if (end < 0)
        {
            return Fail(~end);
        }

        _position = end;
        return true;
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

    private bool TryWord(byte first, ReadOnlySpan<byte> word)
    {
        if ((uint)_position >= (uint)_text.Length || _text[_position] != first)
        {
            return false;
        }

        if (!_text[_position..].StartsWith(word))
        {
            return Fail(_position);
        }

        _position += word.Length;
        return true;
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
