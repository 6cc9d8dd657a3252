using System.Text;

namespace Interactor.Compiler.Emit;

/// <summary>
/// Writes indented C# lines. It takes code only: whatever comes from a definition has passed an encoder before.
/// </summary>
/// <param name="head">What stands before the aliases that the code names.</param>
/// <param name="codeNamespace">The namespace of the code, its parts escaped.</param>
internal sealed class CodeWriter(string head, string codeNamespace)
{
    private const char Unit = '\t';
    private const string RawUnit = "    ";

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>The characters so far, the head left out.</summary>
    public int Length => _text.Length;

    public void Line(string code = "")
    {
        if (code.Length > 0)
        {
            for (int i = 0; i < _depth; i++)
            {
                _text.Append(Unit);
            }

            _text.Append(code);
        }

        _text.Append('\n');
    }

    /// <summary>Several lines as they stand in a raw string, indented by four spaces.</summary>
    public void Lines(string code)
    {
        foreach (string line in code.Split('\n'))
        {
            int start = 0;
            while (string.CompareOrdinal(line, start, RawUnit, 0, RawUnit.Length) == 0)
            {
                start += RawUnit.Length;
            }

            int depth = start / RawUnit.Length;
            _depth += depth;
            Line(line.Substring(start));
            _depth -= depth;
        }
    }

    public void Open(string head)
    {
        Line(head);
        Line("{");
        _depth++;
    }

    public void Close(string tail = "}")
    {
        _depth--;
        Line(tail);
    }

    /// <summary>An object initializer: <c>head { … }tail</c>.</summary>
    public void Initializer(string head, Action body, string tail)
    {
        Open(head);
        body();
        Close("}" + tail);
    }

    /// <summary>A collection of code pieces, each on its own line.</summary>
    public void Collection(string head, IEnumerable<Action> items, string tail)
    {
        Line(head);
        Line("[");
        _depth++;
        foreach (Action item in items)
        {
            item();
        }

        _depth--;
        Line("]" + tail);
    }

    public override string ToString()
    {
        string code = _text.ToString();
        return string.Concat(head, SourceAliases.DirectivesFor(code, codeNamespace), "\n", code);
    }
}
