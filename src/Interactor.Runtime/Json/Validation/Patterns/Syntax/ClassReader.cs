namespace Interactor.Runtime.Json.Validation.Patterns.Syntax;

/// <summary>Reads a class of characters, behind its opening bracket.</summary>
internal sealed class ClassReader(PatternText text, EscapeReader escapes)
{
    /// <summary>What was wrong when <see cref="Read"/> answered null.</summary>
    public PatternError? Error { get; private set; }

    /// <param name="start">Where the bracket stands.</param>
    /// <returns>Null when it is none.</returns>
    public CodePointSet? Read(int start)
    {
        bool isNegated = text.TryTake("^");
        List<CodePointSet> members = [];
        while (!text.IsAtEnd)
        {
            if (text.TryTake("]"))
            {
                CodePointSet set = CodePointSet.Union(members);
                return isNegated ? set.Complement() : set;
            }

            if (!TryMember(members))
            {
                return null;
            }
        }

        Error = new(start, "this bracket is not closed");
        return null;
    }

    private bool TryMember(List<CodePointSet> members)
    {
        int start = text.Position;
        if (Atom(out bool isOne) is not { } first)
        {
            return false;
        }

        // A hyphen that cannot make a range, behind a class or before the end, is a hyphen.
        if (!isOne || text.Peek() != '-' || text.Peek(1) == ']')
        {
            members.Add(first);
            return true;
        }

        text.Position++;
        if (text.IsAtEnd)
        {
            return true;
        }

        if (Atom(out isOne) is not { } last)
        {
            return false;
        }

        if (!isOne || last.Edges[0] < first.Edges[0])
        {
            Error = new(start, isOne ? "this range runs backwards" : "a range cannot end in a class");
            return false;
        }

        members.Add(CodePointSet.Of(first.Edges[0], last.Edges[0]));
        return true;
    }

    /// <param name="isOne">Whether it is one character, with which a range can start or end.</param>
    private CodePointSet? Atom(out bool isOne)
    {
        int start = text.Position;
        isOne = true;
        int codePoint = text.Next();
        if (codePoint != '\\')
        {
            return CodePointSet.Of(codePoint, codePoint);
        }

        if (text.TryTake("b"))
        {
            return CodePointSet.Of('\b', '\b');
        }

        isOne = text.Peek() is not ('d' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P');
        CodePointSet? set = escapes.Read();
        Error = set is null ? new(start, escapes.Problem) : null;
        return set;
    }
}
