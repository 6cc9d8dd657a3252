using System.Globalization;

namespace Interactor.Compiler.Emit;

/// <summary>
/// Writes pieces of code into as few files as people can still open, because a compiler takes as long for the head of a file as for a small type.
/// </summary>
/// <param name="home">Where the code goes.</param>
/// <param name="path">The name of the first file, without its ending; the others are numbered.</param>
internal sealed class FilePacker(CodeHome home, string path)
{
    private const int FullAt = 128 * 1024;

    private readonly List<GeneratedFile> _files = [];
    private CodeWriter? _code;

    /// <summary>Adds a piece.</summary>
    public void Add(Action<CodeWriter> emit)
    {
        if (_code is null)
        {
            _code = SourceHeader.Begin(home);
        }
        else
        {
            _code.Line();
        }

        emit(_code);
        if (_code.Length > FullAt)
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
            string number = _files.Count == 0 ? "" : "." + (_files.Count + 1).ToString(CultureInfo.InvariantCulture);
            _files.Add(new GeneratedFile($"{path}{number}.g.cs", _code.ToString()));
            _code = null;
        }
    }
}
