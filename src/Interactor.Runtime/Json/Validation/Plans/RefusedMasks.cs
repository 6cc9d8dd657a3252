namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>
/// Of the members or items that an unevaluated-schema refused, the sets of atoms that would have evaluated them. Many members share few such
/// sets, so they are kept once each: in a buffer on the stack, and in an array when that is full.
/// </summary>
internal ref struct RefusedMasks
{
    public const int OnStack = 8;

    private Span<(int Number, ulong Mask)> _masks;

    private int _count;

    public RefusedMasks(Span<(int Number, ulong Mask)> buffer) => _masks = buffer;

    public void Add(int number, ulong mask)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_masks[i].Mask == mask && _masks[i].Number == number)
            {
                return;
            }
        }

        if (_count == _masks.Length)
        {
            (int, ulong)[] more = new (int, ulong)[Math.Max(16, _count * 2)];
            _masks.CopyTo(more);
            _masks = more;
        }

        _masks[_count++] = (number, mask);
    }

    public readonly bool AreAllIn(int number, ulong evaluated)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_masks[i].Number == number && (_masks[i].Mask & evaluated) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
