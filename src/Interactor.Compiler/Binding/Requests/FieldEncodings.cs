using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>How single fields of a form are written: <c>encoding</c> (OpenAPI 3.1, Encoding Object).</summary>
internal sealed class FieldEncodings
{
    private readonly Dictionary<string, (ScalarNode Key, FieldModel Encoding)> _byField = new(StringComparer.Ordinal);
    private readonly BindingContext _context;

    public FieldEncodings(SyntaxNode? node, BindingContext context)
    {
        _context = context;
        foreach (MappingEntry entry in context.ReadEntries(node, "'encoding'"))
        {
            if (context.ReadMapping(entry.Value, $"the encoding of '{entry.Key.Text}'") is { } reader)
            {
                _byField[JsonText.Plain(entry.Key)] = (entry.Key, Read(reader));
            }
        }
    }

    /// <summary>The field with what its encoding says.</summary>
    public FieldModel Apply(FieldModel field) => field.Name is { } name && _byField.TryGetValue(name, out (ScalarNode Key, FieldModel Encoding) found)
        ? field with { Style = found.Encoding.Style, Explode = found.Encoding.Explode, ContentType = found.Encoding.ContentType }
        : field;

    /// <summary>Reports encodings of fields that are none of those; null where any may be.</summary>
    public void ReportUnused(IEnumerable<string>? fields)
    {
        if (fields is null)
        {
            return;
        }

        string[] names = [.. fields];
        foreach ((ScalarNode key, FieldModel _) in _byField.Values.Where(e => !names.Contains(JsonText.Plain(e.Key))))
        {
            _context.Report(StructureDiagnostics.UnknownName, key, "field", key.Text, Nearest.Hint(key.Text, names));
        }
    }

    private FieldModel Read(MappingReader reader)
    {
        ParameterStyle style = reader.TakeChoice("style", ParameterStyle.Form, ParameterBinder.Styles);
        FieldModel encoding = new(null, Expressions.ErrorExpression.Instance)
        {
            Style = style,
            Explode = reader.TakeBoolean("explode", otherwise: style is ParameterStyle.Form or ParameterStyle.DeepObject),
            ContentType = ContentType(reader.TakeScalar("contentType")),
        };
        reader.Done();
        return encoding;
    }

    private string? ContentType(ScalarNode? scalar)
    {
        if (scalar is null || MediaType.IsValid(scalar.Text))
        {
            return scalar?.Text;
        }

        _context.Report(ActionDiagnostics.InvalidMediaType, scalar, scalar.Text);
        return null;
    }
}
