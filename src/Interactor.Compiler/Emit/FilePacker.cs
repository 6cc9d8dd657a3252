namespace Interactor.Compiler.Emit;

/// <summary>
/// Writes pieces of code into files of a folder: each into its own where there are few, many into one where there are thousands, because a
/// compiler takes as long for the head of a file as for a small type.
/// </summary>
/// <param name="home">Where the code goes.</param>
/// <param name="folder">What the names of the files start with.</param>
/// <param name="count">How many pieces there are.</param>
internal sealed class FilePacker(CodeHome home, string folder, int count)
{
    /// <summary>So many files a person still looks through.</summary>
    public const int Few = 1;

    private const int FullAt = 128 * 1024;

    private readonly List<GeneratedFile> _files = [];
    private CodeWriter? _code;
    private string _name = "";

    /// <summary>Adds a piece; it begins a file under its name, or goes into the one before.</summary>
    public void Add(string name, Action<CodeWriter> emit)
    {
        if (_code is null)
        {
            _code = SourceHeader.Begin(home);
            _name = name;
        }
        else
        {
            _code.Line();
        }

        emit(_code);
        if (count <= Few || _code.Length > FullAt)
        {
            Close();
        }
    }

    /// <summary>Every file.</summary>
    public IReadOnlyList<GeneratedFile> Finish()
    {
        Close();
        return _files;
    }

    private void Close()
    {
        if (_code is not null)
        {
            _files.Add(new GeneratedFile($"{folder}/{Encoding.HintName.Segment(_name)}.g.cs", _code.ToString()));
            _code = null;
        }
    }
}
