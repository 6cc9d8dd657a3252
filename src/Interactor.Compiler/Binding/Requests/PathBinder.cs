using System.Text;
using Interactor.Compiler.Diagnostics;
using Interactor.Compiler.Expressions;
using Interactor.Compiler.Model;
using Interactor.Compiler.Syntax;

namespace Interactor.Compiler.Binding.Requests;

/// <summary>
/// Binds <c>/repos/{owner}/${input.repo}</c>: <c>{name}</c> is short for <c>${input.name}</c>, and every value is one
/// encoded segment or part of one.
/// </summary>
internal sealed class PathBinder(ExpressionScope scope, BindingContext context)
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    // RFC 3986, 3.3: what a path may hold unencoded besides the unreserved characters.
    private const string PathCharacters = "!$&'()*+,;=:@/%";

    public EquatableArray<PathPart> Bind(ScalarNode scalar, bool reveal)
    {
        if (!scalar.Text.StartsWith("/", StringComparison.Ordinal) && !scalar.Text.StartsWith("${", StringComparison.Ordinal))
        {
            context.Report(ActionDiagnostics.InvalidPath, scalar, "must start with '/'");
            return [];
        }

        List<PathPart> parts = [];
        foreach (TypedExpression part in ScalarBinder.BindParts(scalar, scope, context.Diagnostics))
        {
            if (part is LiteralExpression { Text: { } literal })
            {
                AddLiteral(parts, literal, scalar);
            }
            else
            {
                parts.Add(new PathValue(Slot.Public(Value(part, scalar), scalar, context, "a URL path", reveal)));
            }
        }

        return parts.ToEquatableArray();
    }

    private void AddLiteral(List<PathPart> parts, string literal, ScalarNode at)
    {
        int position = 0;
        while (position < literal.Length)
        {
            int open = literal.IndexOf('{', position);
            string text = open < 0 ? literal.Substring(position) : literal.Substring(position, open - position);
            if (text.Length > 0)
            {
                parts.Add(new PathLiteral(Encode(text, at)));
            }

            if (open < 0)
            {
                return;
            }

            int close = literal.IndexOf('}', open);
            if (close < 0)
            {
                Report(at, literal.Substring(open), "has a '{' without its '}'");
                return;
            }

            string name = literal.Substring(open + 1, close - open - 1);
            if (InputMember(name, at) is { } member)
            {
                parts.Add(new PathValue(member));
            }

            position = close + 1;
        }
    }

    private TypedExpression? InputMember(string name, ScalarNode at)
    {
        if (scope.FindRoot("input") is not { Type: NamedTypeModel type } input || scope.Types.FindRecord(type.Name) is not { } record)
        {
            Report(at, "{" + name + "}", "has a {name}, but there is no input here; write ${…}");
            return null;
        }

        if (record.Members.FirstOrDefault(m => m.JsonName == name) is not { } member)
        {
            context.Diagnostics.Report(
                ActionDiagnostics.UnknownMember,
                Place(at, "{" + name + "}"),
                "The input",
                name,
                Nearest.Hint(name, record.Members.Select(m => m.JsonName)));
            return null;
        }

        string suffix = "." + member.CSharpName + (member.IsOptionalStruct ? ".ValueOrDefault" : "");
        MemberExpression value = new(new RootExpression("input", input.CSharp, type, IsSecret: false), suffix, member.Type, IsSecret: false);
        return Value(value, at);
    }

    // A list or an object stands there in the style `simple`.
    private TypedExpression Value(TypedExpression value, ScalarNode at) =>
        value is ErrorExpression or { Type: AnyTypeModel } || value.Type.IsNullable || !JsonForm.IsStructured(value.Type)
            ? Coercion.ToText(value, at, context.Diagnostics, allowNull: false)
            : value.Type is ListTypeModel { Items: StringTypeModel { IsNullable: false } } ? value : Coercion.ToAny(value);

    private string Encode(string text, ScalarNode at)
    {
        if (text.IndexOfAny(['?', '#']) >= 0)
        {
            Report(at, text, "holds '?' or '#'; put parameters under 'query'");
        }

        StringBuilder encoded = new();
        foreach (byte b in System.Text.Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            if (Unreserved.IndexOf(c) >= 0 || PathCharacters.IndexOf(c) >= 0)
            {
                encoded.Append(c);
            }
            else
            {
                encoded.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return encoded.ToString();
    }

    private void Report(ScalarNode at, string part, string problem) =>
        context.Diagnostics.Report(ActionDiagnostics.InvalidPath, Place(at, part), problem);

    private static Text.Location Place(ScalarNode at, string part)
    {
        int start = at.Text.IndexOf(part, StringComparison.Ordinal);
        return start < 0 ? at.Location : at.Locate(start, part.Length);
    }
}
