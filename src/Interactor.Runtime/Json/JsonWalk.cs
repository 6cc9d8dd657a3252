using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Json;

/// <summary>
/// Visits the members of one object in the order of their table, reading or writing each, so that generated code names a member once for
/// both. Documents mostly write members in that order, and then an object is read in one pass; <see cref="LateMembers"/> are what is out of it.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "A walk is used in one place and never compared.")]
public ref partial struct JsonWalk
{
    private const int None = -1;

    private readonly bool _isWriting;
    private readonly JsonMemberTable _table;
    private readonly ulong[] _more;
    private JsonMemberWriter _writer;
    private JsonScanner _scanner;
    private ulong _seen;
    private object? _others;
    private LateMembers? _late;

    // The member that the scanner stands at, and the same as the number of its call while no call has passed it.
    private int _member;
    private int _at;
    private int _next;
    private bool _isBegun;
    private bool _isRead;

    internal JsonWalk(JsonMemberWriter writer)
    {
        _isWriting = true;
        _writer = writer;
        _at = None;
        _table = null!;
        _more = null!;
    }

    internal JsonWalk(JsonScanner scanner, JsonMemberTable table)
    {
        _scanner = scanner;
        _table = table;
        _member = None;
        _at = None;

        // Few objects have more than 64 members.
        _more = table.Count > 64 ? new ulong[(table.Count - 1) / 64] : [];
    }

    /// <summary>Something was printed.</summary>
    internal readonly bool HasText => _writer.HasText;

    /// <summary>The object was read, and has every required member.</summary>
    internal readonly bool IsComplete => _isRead && _table.HasRequired(_seen, _more);

    // The scanner stands at a late member, which another walk reads.
    private readonly bool IsResumed => _late is { IsResumed: true };

    /// <summary>Behind the object, or where something could not be read.</summary>
    internal readonly JsonScanner Scanner => _scanner;

    /// <summary>Goes into the object, or back to what the last walk over the record has left.</summary>
    /// <returns>False when nothing is left, or something could not be read.</returns>
    internal bool GoesOn()
    {
        _next = 0;
        if (!_isBegun)
        {
            _isBegun = true;
            if (_table.Whole is { } schema)
            {
                _scanner.Prove(schema);
            }

            Advance(_scanner.TryBeginObject());
            return _isRead;
        }

        if (_late is null || !_isRead)
        {
            return false;
        }

        _at = _late.Begin(ref _scanner);
        return _at != None;
    }

    /// <summary>Ends what is written.</summary>
    internal void End() => _writer.End(_others);

    // On to the next member that has a call: what comes before it needs none, and what has been passed is late.
    private void Advance(bool isRead)
    {
        _at = None;
        if (_late is { IsRevisiting: true })
        {
            _isRead = isRead;
            _at = isRead ? _late.Revisit(_next, ref _scanner) : None;
            return;
        }

        while (isRead && _table.Next(ref _scanner, ref _seen, _more, ref _member))
        {
            if (_member < 0)
            {
                isRead = _table.Others.TryRead(ref _scanner, ref _others);
            }
            else if (_table.ConstantOf(_member) is { } constant)
            {
                isRead = constant.TryRead(ref _scanner);
            }
            else
            {
                int call = _table.CallOf(_member);
                if (call >= _next)
                {
                    _at = call;
                    break;
                }

                _late ??= new(_table.Count);
                if ((_scanner.Kind & (JsonKinds.Array | JsonKinds.Object)) != 0)
                {
                    _late.Resume(call);
                    break;
                }

                isRead = _late.Skip(call, ref _scanner);
            }
        }

        _isRead = isRead && !_scanner.IsMalformed;
    }
}
