using System.Buffers;

namespace Interactor.Runtime.Json.Validation.Plans;

/// <summary>What one pass over a value has found: which atoms failed, which members were there, and what is decided of the formulas.</summary>
internal ref struct Verdict
{
    /// <summary>How many words to offer it; wider plans rent.</summary>
    public const int WordsOnStack = 8;

    /// <summary>How many bytes to offer it; wider plans rent.</summary>
    public const int BytesOnStack = 32;

    /// <summary>How many atoms one pass holds, in one word of <see cref="Failed"/>.</summary>
    public const int AtomsInWord = 48;

    private ulong[]? _rentedWords;

    private byte[]? _rentedBytes;

    /// <summary>A bit for each atom, 48 to a word.</summary>
    public Span<ulong> Failed;

    /// <summary>A bit for each name that the plan watches.</summary>
    public Span<ulong> Seen;

    /// <summary>A byte for each formula: 0 undecided, 1 true, 2 false; and 4 when its evaluated atoms are known.</summary>
    public Span<byte> Memory;

    /// <summary>The evaluated atoms of each formula, where the plan has unevaluated-schemas.</summary>
    public Span<ulong> Evaluated;

    /// <summary>The members or items that an unevaluated-schema refused.</summary>
    public RefusedMasks Refused;

    /// <summary>A verdict with nothing found yet.</summary>
    /// <param name="plan">What is going to be decided.</param>
    /// <param name="words">Memory to use where it is enough, all zero.</param>
    /// <param name="bytes">More of it.</param>
    public static Verdict Begin(KindPlan plan, Span<ulong> words, Span<byte> bytes)
    {
        Verdict verdict = default;
        int atoms = Math.Max(1, (plan.AtomCount + AtomsInWord - 1) / AtomsInWord);
        int seen = (plan.WatchedCount + 63) >> 6;
        int evaluated = plan.IsTracked ? plan.FormulaCount : 0;
        if (atoms + seen + evaluated > words.Length)
        {
            words = verdict._rentedWords = ArrayPool<ulong>.Shared.Rent(atoms + seen + evaluated);
            words.Clear();
        }

        if (plan.FormulaCount > bytes.Length)
        {
            bytes = verdict._rentedBytes = ArrayPool<byte>.Shared.Rent(plan.FormulaCount);
            bytes.Clear();
        }

        verdict.Failed = words[..atoms];
        verdict.Seen = words.Slice(atoms, seen);
        verdict.Evaluated = words.Slice(atoms + seen, evaluated);
        verdict.Memory = bytes;
        return verdict;
    }

    public readonly bool HasFailed(int atom) => (Failed[atom / AtomsInWord] >> (atom % AtomsInWord) & 1) != 0;

    public readonly void Fail(int atom) => Failed[atom / AtomsInWord] |= 1UL << (atom % AtomsInWord);

    /// <summary>Gives back what was rented.</summary>
    public readonly void End()
    {
        if (_rentedWords is not null)
        {
            ArrayPool<ulong>.Shared.Return(_rentedWords);
        }

        if (_rentedBytes is not null)
        {
            ArrayPool<byte>.Shared.Return(_rentedBytes);
        }
    }
}
