using System.Runtime.CompilerServices;
using Interactor.Runtime.Json.Names;
using Interactor.Runtime.Json.Scanning;
using Interactor.Runtime.Json.Tokens;

namespace Interactor.Runtime.Json;

/// <content>The members of objects and their names.</content>
public ref partial struct JsonScanner
{
    /// <summary>The name of the member that <see cref="NextMember()"/> found: the bytes between its quotes as they stand.</summary>
    public readonly ReadOnlySpan<byte> Name => _name;

    /// <summary>The name holds escapes.</summary>
    public readonly bool NameIsEscaped => _nameIsEscaped;

    /// <summary>Whether the member has this name, escapes resolved.</summary>
    /// <param name="utf8">The name without escapes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool NameEquals(ReadOnlySpan<byte> utf8) => _name.SequenceEqual(utf8) || (_nameIsEscaped && StringToken.AreEqual(_name, utf8));

    /// <summary>Goes on to the next member of the object at hand, whose earlier members are read: its <see cref="Name"/>, standing at its value.</summary>
    /// <returns>False when there is none: the object is left.</returns>
    public bool NextMember()
    {
        int at = Next((byte)'}');
        if (at < 0)
        {
            return false;
        }

        return ReadName(at);
    }

    /// <summary>Goes on to the next member like <see cref="NextMember()"/>, and says which of some names it has; only one of another has a <see cref="Name"/> then.</summary>
    /// <param name="names">The names.</param>
    /// <param name="expected">The number of the one that is looked at first.</param>
    /// <param name="found">The number of the member's name; -1 when it is none of them.</param>
    /// <returns>False when there is none: the object is left.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool NextMember(MemberNames names, int expected, out int found)
    {
        int at = Next((byte)'}');
        found = -1;
        if (at < 0)
        {
            return false;
        }

        found = names.At(_text, at, expected);
        if (found < 0)
        {
            return LookUp(names, at, out found);
        }

        _position = Space.Skip(_text, at + names[found].Length);
        return true;
    }

    // A name that is not the one expected.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool LookUp(MemberNames names, int at, out int found)
    {
        found = -1;
        if (!ReadName(at))
        {
            return false;
        }

        found = names.Count == 0 ? -1 : _nameIsEscaped ? NameText.Find(names.All, _name) : names.All.Find(_name);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadName(int at)
    {
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
}
