using Interactor.Import.Model;

namespace Interactor.Import.Writing;

/// <summary>Writes the tree of a definition, node by node, in one form of text.</summary>
/// <remarks>Text is data, and escaped as such, but for <see cref="DefinitionText"/>: nothing else can write an expression.</remarks>
internal abstract class DefinitionWriter
{
    public abstract void BeginMapping();

    public abstract void EndMapping();

    public abstract void BeginList();

    public abstract void EndList();

    public abstract void Boolean(bool value);

    public abstract void Null();

    /// <summary>A number as JSON writes it.</summary>
    public abstract void Number(string json);

    public void Key(string data) => WriteKey(DefinitionText.Escape(data));

    public void Key(DefinitionText text) => WriteKey(text.Written);

    public void Text(string data) => WriteText(DefinitionText.Escape(data));

    public void Text(DefinitionText text) => WriteText(text.Written);

    public void Value(DefinitionValue value)
    {
        switch (value)
        {
            case DefinitionValue.Scalar scalar:
                Text(scalar.Text);
                break;
            case DefinitionValue.Switch { Value: var flag }:
                Boolean(flag);
                break;
            case DefinitionValue.Number { Value: var number }:
                Number(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
            case DefinitionValue.List list:
                BeginList();
                foreach (DefinitionValue item in list.Items)
                {
                    Value(item);
                }

                EndList();
                break;
            case DefinitionValue.Written { Node: var node }:
                DefinitionCopier.Copy(this, node);
                break;
            case DefinitionValue.Mapping mapping:
                BeginMapping();
                Members(mapping);
                EndMapping();
                break;
        }
    }

    /// <summary>The members of a mapping, into the mapping that is open.</summary>
    public void Members(DefinitionValue.Mapping mapping)
    {
        foreach (DefinitionMember member in mapping.Members)
        {
            Key(member.Key);
            Value(member.Value);
        }
    }

    public void Member(string key, string? data)
    {
        if (data is not null)
        {
            Key(key);
            Text(data);
        }
    }

    public void Member(string key, DefinitionText text)
    {
        Key(key);
        Text(text);
    }

    public void Member(string key, bool value)
    {
        Key(key);
        Boolean(value);
    }

    /// <summary>A list of texts; nothing where there are none.</summary>
    public void Member(string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            Key(key);
            Texts(texts);
        }
    }

    public void Texts(IEnumerable<string> texts)
    {
        BeginList();
        foreach (string text in texts)
        {
            Text(text);
        }

        EndList();
    }

    protected abstract void WriteKey(string written);

    protected abstract void WriteText(string written);
}
