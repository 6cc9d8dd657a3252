using System.Text;

namespace Interactor.Import.Writing;

/// <summary>Writes a definition as compact JSON.</summary>
internal sealed class JsonDefinitionWriter(StringBuilder json) : DefinitionWriter
{
    private bool _isFirst = true;

    public override void BeginMapping() => Begin('{');

    public override void EndMapping() => End('}');

    public override void BeginList() => Begin('[');

    public override void EndList() => End(']');

    public override void Boolean(bool value) => Word(value ? "true" : "false");

    public override void Null() => Word("null");

    public override void Number(string number) => Word(number);

    protected override void WriteKey(string written)
    {
        Separate();
        JsonTextWriter.Write(json, written);
        json.Append(':');
        _isFirst = true;
    }

    protected override void WriteText(string written)
    {
        Separate();
        JsonTextWriter.Write(json, written);
    }

    private void Word(string word)
    {
        Separate();
        json.Append(word);
    }

    private void Begin(char open)
    {
        Separate();
        json.Append(open);
        _isFirst = true;
    }

    private void End(char close)
    {
        json.Append(close);
        _isFirst = false;
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            json.Append(',');
        }

        _isFirst = false;
    }
}
