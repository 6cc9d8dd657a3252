using System.Globalization;
using Interactor.Runtime.Security;

namespace Interactor.Runtime;

/// <summary>
/// The values of a connector's variables: those of the connected account, then those of the options, then the definition's defaults.
/// A variable of scope <see cref="VariableScope.App"/> is never read from an account.
/// </summary>
public readonly struct VariableValues
{
    private readonly ActionContext _context;

    internal VariableValues(ActionContext context) => _context = context;

    /// <summary>The text of a variable that must have a value.</summary>
    /// <exception cref="InteractorException">
    /// The variable has no value: <see cref="ErrorCode.AuthDenied"/> where it belongs to a security method, otherwise <see cref="ErrorCode.InputInvalid"/>,
    /// as for a value that breaks the variable's pattern, choice or type.
    /// </exception>
    public string Text(string name) => TextOrNull(name) ?? throw Missing(name);

    /// <summary>The text of a variable, or null where it has no value.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value breaks the variable's pattern, choice or type.</exception>
    public string? TextOrNull(string name)
    {
        VariableDescriptor? variable = _context.Runtime.Connector.FindVariable(name);
        if (variable is { IsSecret: true })
        {
            _context.CarriesCredential = true;
        }

        Connection? connection = _context.Session.Connection;
        if (variable is not { Scope: VariableScope.App } && connection is not null && connection.Variables.TryGetValue(name, out string? value))
        {
            return _context.Runtime.Variables.Check(variable, value);
        }

        return _context.Runtime.Variables.Check(variable, _context.Runtime.Values.TryGetValue(name, out value) ? value : variable?.Default);
    }

    /// <summary>The whole number of a variable that must have a value.</summary>
    /// <exception cref="InteractorException">The variable has no value, or not a whole number.</exception>
    public long Integer(string name) => IntegerOrNull(name) ?? throw Missing(name);

    /// <summary>The whole number of a variable, or null where it has no value.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value is not a whole number.</exception>
    public long? IntegerOrNull(string name) => TextOrNull(name) switch
    {
        null => null,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) => value,
        _ => throw Mistyped(name, "a whole number"),
    };

    /// <summary>The number of a variable that must have a value.</summary>
    /// <exception cref="InteractorException">The variable has no value, or not a number.</exception>
    public double Number(string name) => NumberOrNull(name) ?? throw Missing(name);

    /// <summary>The number of a variable, or null where it has no value.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value is not a number.</exception>
    public double? NumberOrNull(string name) => TextOrNull(name) switch
    {
        null => null,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) => value,
        _ => throw Mistyped(name, "a number"),
    };

    /// <summary>The truth value of a variable that must have a value.</summary>
    /// <exception cref="InteractorException">The variable has no value, or neither <c>true</c> nor <c>false</c>.</exception>
    public bool Boolean(string name) => BooleanOrNull(name) ?? throw Missing(name);

    /// <summary>The truth value of a variable, or null where it has no value.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: the value is neither <c>true</c> nor <c>false</c>.</exception>
    public bool? BooleanOrNull(string name) => TextOrNull(name) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => throw Mistyped(name, "'true' or 'false'"),
    };

    private InteractorException Missing(string name)
    {
        bool isCredential = _context.Runtime.Connector.FindVariable(name) is { } variable && (variable.IsSecret || variable.AskFor.Count > 0);
        return new InteractorException(isCredential ? ErrorCode.AuthDenied : ErrorCode.InputInvalid, $"The variable '{name}' has no value.");
    }

    private static InteractorException Mistyped(string name, string expected) =>
        new(ErrorCode.InputInvalid, $"The value of the variable '{name}' is not {expected}.");
}
