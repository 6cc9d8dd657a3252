using Interactor.Import.Documents;
using Interactor.Import.Model;
using Interactor.Import.OpenApi;

namespace Interactor.Import.PowerPlatform;

/// <summary>Says in a definition what the texts of policies say.</summary>
internal sealed class PolicyValues(ConnectionVariables variables)
{
    /// <summary>The text takes nothing from a request, so it is the same for all actions.</summary>
    public static bool IsOfConnection(IReadOnlyList<PolicyPart> parts) => parts.All(p => !p.IsCall || p.Text == "connectionparameters");

    /// <summary>A value of a header or of the query; null where it cannot be said.</summary>
    /// <param name="set">The way to connect that it is for; null for all.</param>
    /// <param name="action">The action that it is for; null for all.</param>
    public DefinitionText? Value(IReadOnlyList<PolicyPart> parts, ParameterSet? set, ImportedAction? action)
    {
        if (parts is [{ IsCall: true } only])
        {
            return Call(only, set, action, mayBeNull: true) is { } whole ? DefinitionText.Of(whole) : null;
        }

        DefinitionText text = DefinitionText.Of("");
        foreach (PolicyPart part in parts)
        {
            if (!part.IsCall)
            {
                text += DefinitionText.Of(part.Text);
            }
            else if (Call(part, set, action, mayBeNull: false) is { } call)
            {
                text += DefinitionText.Of(call);
            }
            else
            {
                return null;
            }
        }

        return text;
    }

    /// <summary>A path with what stands in it; null where it cannot be said.</summary>
    public DefinitionText? Path(IReadOnlyList<PolicyPart> parts, ImportedAction action, DocumentPlace place)
    {
        DefinitionText path = DefinitionText.Of("");
        foreach (PolicyPart part in parts)
        {
            if (part.IsCall)
            {
                if (part.Text == "connectionparameters")
                {
                    variables.Reveal(part.Argument!, place);
                }

                if (Call(part, null, action, mayBeNull: false) is not { } call)
                {
                    return null;
                }

                path += DefinitionText.Of(call);
                continue;
            }

            foreach ((string piece, bool isVariable) in PathText.Pieces(part.Text))
            {
                if (!isVariable)
                {
                    path += DefinitionText.Of(piece.Replace("{", "%7B").Replace("}", "%7D"));
                }
                else if (Member(action, "path", piece) is { } member)
                {
                    path += DefinitionText.PathValue(member.Name);
                }
                else if (FixedOf(action, piece) is { } value)
                {
                    path += DefinitionText.Of(Uri.EscapeDataString(value));
                }
                else
                {
                    return null;
                }
            }
        }

        return path;
    }

    /// <summary>The member of the input that a parameter became.</summary>
    public static ImportedProperty? Member(ImportedAction action, string location, string name) => action.Input.FirstOrDefault(p =>
        p.Place is { } place && place.TextOf("in") == location && string.Equals(place.TextOf("name"), name, StringComparison.OrdinalIgnoreCase));

    private static string? FixedOf(ImportedAction action, string name) =>
        action.Origin.Place.Find("parameters")?.Items.FirstOrDefault(p => p.TextOf("name") == name) is { } place ? FixedValue.Of(place) : null;

    private ExpressionText? Call(PolicyPart call, ParameterSet? set, ImportedAction? action, bool mayBeNull)
    {
        if (call.Text == "connectionparameters")
        {
            return set is not null && set.Find(call.Argument!) is null
                ? mayBeNull && call.Otherwise is null or "" ? ExpressionText.Null : ExpressionText.Literal(call.Otherwise ?? "")
                : variables.Find(call.Argument!) is { } variable ? OrElse(ExpressionText.Variable(variable.Name), variable.IsRequired == false, call, mayBeNull) : null;
        }

        string location = call.Text == "headers" ? "header" : "query";
        if (action is null || Member(action, location, call.Argument!) is not { } member)
        {
            return null;
        }

        return OrElse(ExpressionText.Input(member.Name), !member.IsRequired, call, mayBeNull);
    }

    private static ExpressionText OrElse(ExpressionText value, bool isNullable, PolicyPart call, bool mayBeNull) =>
        !isNullable || (mayBeNull && string.IsNullOrEmpty(call.Otherwise)) ? value : value.Or(ExpressionText.Literal(call.Otherwise ?? ""));
}
