using System.Globalization;
using System.Text.RegularExpressions;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>Checks the values of variables: before an account is connected with them, and where they are first used.</summary>
internal static class VariableChecker
{
    // A pattern is the definition's, a value is a person's: neither may keep a thread busy.
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    /// <summary>Refuses values that the variables of a security method do not allow, and names each one that is missing.</summary>
    /// <param name="valueOf">Gives the value of a variable, or null.</param>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/> with a finding for each variable; never with its value.</exception>
    public static void Check(ConnectorDescriptor connector, string method, Func<VariableDescriptor, string?> valueOf)
    {
        List<ErrorDetail> findings = [];
        foreach (VariableDescriptor variable in connector.Variables)
        {
            if (variable.IsAskedFor(method) && Finding(variable, valueOf(variable)) is { } message)
            {
                findings.Add(new ErrorDetail("/" + variable.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), message));
            }
        }

        if (findings.Count > 0)
        {
            throw new InteractorException(ErrorCode.InputInvalid, findings[0].Message) { Details = findings, Connector = connector.Address };
        }
    }

    /// <summary>Refuses a value that its variable does not allow; an empty one counts as not given.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/> with the name of the variable and never with its value.</exception>
    public static void CheckValue(VariableDescriptor variable, string value)
    {
        if (value.Length > 0 && Finding(variable, value) is { } message)
        {
            throw new InteractorException(ErrorCode.InputInvalid, message);
        }
    }

    private static string? Finding(VariableDescriptor variable, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return variable.IsRequired ? $"The variable '{variable.Name}' has no value." : null;
        }

        if (!Utf16Text.IsWhole(value))
        {
            return $"The value of the variable '{variable.Name}' is not text: it has half of a surrogate pair.";
        }

        if (variable.Allowed.Count > 0 && !variable.Allowed.Contains(value))
        {
            return $"The value of the variable '{variable.Name}' is not one of {string.Join(", ", variable.Allowed)}.";
        }

        if (variable.Pattern is { } pattern && !Matches(value, pattern))
        {
            return $"The value of the variable '{variable.Name}' does not match {pattern}.";
        }

        return IsOfType(value, variable.Type) ? null : $"The value of the variable '{variable.Name}' is not of the type {variable.Type}.";
    }

    private static bool Matches(string value, string pattern)
    {
        try
        {
            return Regex.IsMatch(value, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static bool IsOfType(string value, VariableType type) => type switch
    {
        VariableType.Integer => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        VariableType.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number),
        VariableType.Boolean => value is "true" or "false",
        _ => true,
    };
}
