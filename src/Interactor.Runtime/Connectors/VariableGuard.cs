using System.Collections.Concurrent;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>Checks the values of variables where they are used: a connection or the options may hold ones that no connect flow ever saw.</summary>
internal sealed class VariableGuard
{
    // The last good value of each variable that has rules, so that a call does not match a pattern again.
    private readonly ConcurrentDictionary<string, string> _lastGood = new(StringComparer.Ordinal);

    /// <summary>Gives a value back that its variable allows.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/> with the name of the variable and never with its value.</exception>
    public string? Check(VariableDescriptor? variable, string? value)
    {
        if (value is null || variable is null || (!variable.IsConstrained && Utf16Text.IsWhole(value)))
        {
            return value;
        }

        if (!_lastGood.TryGetValue(variable.Name, out string? good) || good != value)
        {
            VariableChecker.CheckValue(variable, value);
            _lastGood[variable.Name] = value;
        }

        return value;
    }
}
