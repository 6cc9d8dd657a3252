using System.Text;

namespace Interactor.Import.Writing;

/// <summary>Writes a definition as YAML for people: block style, quotes only where they are needed, long texts as blocks.</summary>
internal sealed class YamlDefinitionWriter(StringBuilder yaml) : DefinitionWriter
{
    private const int Step = 2;

    private readonly Stack<YamlFrame> _frames = new();

    public override void BeginMapping() => Begin(isList: false);

    public override void EndMapping() => End("{}");

    public override void BeginList() => Begin(isList: true);

    public override void EndList() => End("[]");

    public override void Boolean(bool value) => Scalar(value ? "true" : "false");

    public override void Null() => Scalar("null");

    public override void Number(string json) => Scalar(json);

    protected override void WriteKey(string written)
    {
        YamlFrame frame = _frames.Peek();
        StartEntry(frame);

        // A status is a number to YAML, but a key is its text in any case.
        if (written.Length > 0 && written.All(char.IsAsciiDigit))
        {
            yaml.Append(written);
        }
        else
        {
            YamlTextWriter.WriteInLine(yaml, written);
        }

        yaml.Append(':');
    }

    protected override void WriteText(string written)
    {
        BeforeValue();
        int indent = _frames.Count == 0 ? 0 : _frames.Peek().Indent;
        if (YamlTextWriter.IsBlock(written))
        {
            YamlTextWriter.WriteBlock(yaml, written, indent + Step);
        }
        else
        {
            YamlTextWriter.WriteInLine(yaml, written);
        }
    }

    private void Scalar(string plain)
    {
        BeforeValue();
        yaml.Append(plain);
    }

    private void Begin(bool isList)
    {
        if (_frames.Count == 0)
        {
            _frames.Push(new YamlFrame(isList, 0, startsInLine: yaml.Length == 0));
            return;
        }

        YamlFrame parent = _frames.Peek();
        if (parent.IsList)
        {
            StartEntry(parent);
            yaml.Append('-');
        }

        _frames.Push(new YamlFrame(isList, parent.Indent + Step, startsInLine: parent.IsList));
    }

    private void End(string empty)
    {
        YamlFrame frame = _frames.Pop();
        if (frame.IsEmpty)
        {
            yaml.Append(_frames.Count == 0 ? "" : " ").Append(empty);
        }

        if (_frames.Count == 0)
        {
            yaml.Append('\n');
        }
    }

    private void BeforeValue()
    {
        if (_frames.TryPeek(out YamlFrame? frame))
        {
            if (frame.IsList)
            {
                StartEntry(frame);
                yaml.Append('-');
            }

            yaml.Append(' ');
        }
    }

    // The first entry of what stands in a list goes on in the line of the hyphen.
    private void StartEntry(YamlFrame frame)
    {
        if (frame.IsEmpty && frame.StartsInLine)
        {
            yaml.Append(_frames.Count == 1 ? "" : " ");
        }
        else
        {
            yaml.Append('\n').Append(' ', frame.Indent);
        }

        frame.IsEmpty = false;
    }
}
