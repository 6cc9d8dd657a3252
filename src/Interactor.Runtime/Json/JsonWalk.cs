using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Interactor.Runtime.Json;

/// <summary>
/// Visits the members of one object in the order of their table, reading, writing, printing or testing each, so that generated code names a
/// member once for all. Documents mostly write members in that order, and then an object is read in one pass; <see cref="LateMembers"/> are what is out of it.
/// </summary>
[SuppressMessage("Performance", "CA1815", Justification = "A walk is used in one place and never compared.")]
public ref partial struct JsonWalk
{
    private const int None = -1;

    // The scanner, which is another ref struct: C# has no ref fields of those.
    private readonly ref byte _scannerStart;
    private readonly JsonMemberTable _table;
    private readonly JsonMemberWriter? _writer;

    // Few objects have more than 64 members.
    private readonly ulong[]? _more;
    private ulong _seen;
    private object? _others;
    private LateMembers? _late;

    // The member that the scanner stands at.
    private int _member;

    // The number of the call that comes next, and of the one that has something to do: the call for that member, or any where members are written.
    private int _next;
    private int _at;
    private bool _isRead;

    internal JsonWalk(JsonMemberWriter writer)
    {
        _table = writer.Table;
        _writer = writer;
    }

    internal JsonWalk(ref JsonScanner scanner, JsonMemberTable table)
    {
        _scannerStart = ref Unsafe.As<JsonScanner, byte>(ref scanner);
        _table = table;
        _member = None;
        _at = None;
        if (table.Count > 64)
        {
            _more = new ulong[(table.Count - 1) / 64];
        }
    }

    /// <summary>The object was read, and has every required member.</summary>
    internal readonly bool IsComplete => _isRead && _table.HasRequired(_seen, _more);

    // The scanner stands at a late member, which another walk reads.
    private readonly bool IsResumed => _late is { IsResumed: true };

    private readonly ref JsonScanner Scanner
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.As<byte, JsonScanner>(ref _scannerStart);
    }

    /// <summary>Goes into the object.</summary>
    /// <returns>False where it is none, or what comes first could not be read.</returns>
    internal bool Begin()
    {
        if (_table.Whole is { } schema)
        {
            Scanner.Prove(schema);
        }

        _isRead = Scanner.TryBeginObject();
        Advance(_isRead);
        return _isRead;
    }

    /// <summary>Goes back to what the last walk over the record has left.</summary>
    /// <returns>False when nothing is left, or something could not be read.</returns>
    internal bool GoesOn()
    {
        if (_late is null || !_isRead)
        {
            return false;
        }

        _next = 0;
        _at = _late.Begin(ref Scanner);
        return _at != None;
    }

    /// <summary>Ends what is written.</summary>
    internal readonly void End() => _writer?.End(_others);

    // On to the next member that has a call: what comes before it needs none, and what has been passed is late.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Advance(bool isRead)
    {
        if (isRead && _late is null && _table.Next(ref Scanner, ref _seen, _more, ref _member))
        {
            if (_member >= _next && _table.IsPlain)
            {
                _at = _member;
            }
            else
            {
                Settle();
            }

            return;
        }

        _at = None;
        if (isRead && _late is { IsRevisiting: true })
        {
            _at = _late.Revisit(_next, ref Scanner);
        }
        else if (isRead && _late is not null && Next())
        {
            Settle();
            return;
        }

        _isRead = isRead && !Scanner.IsMalformed;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Next() => _table.Next(ref Scanner, ref _seen, _more, ref _member);

    // The scanner stands at a member, which need not be one that a call waits for.
    private void Settle()
    {
        _at = None;
        bool isRead;
        do
        {
            if (_member < 0)
            {
                isRead = _table.Others.TryRead(ref Scanner, ref _others);
            }
            else if (_table.ConstantOf(_member) is { } constant)
            {
                isRead = constant.TryRead(ref Scanner);
            }
            else
            {
                int call = _table.CallOf(_member);
                if (call >= _next)
                {
                    _at = call;
                    return;
                }

                _late ??= LateMembers.Rent(_table.Count);
                if (!_late.Skips(Scanner.Kind))
                {
                    _late.Resume(call);
                    return;
                }

                isRead = _late.Skip(call, ref Scanner);
            }
        }
        while (isRead && Next());

        _isRead = isRead && !Scanner.IsMalformed;
    }
}
