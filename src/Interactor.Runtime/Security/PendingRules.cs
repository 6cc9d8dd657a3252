using System.Diagnostics.CodeAnalysis;

namespace Interactor.Runtime.Security;

/// <summary>Looks at what an application kept of a connection that is being made, and may have lost a part of.</summary>
internal static class PendingRules
{
    // No provider means a person to wait longer between two questions, and no clock counts beyond its end.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: a member is not what it was.</exception>
    public static void Check(PendingConnection pending)
    {
        Require(pending.State, "state");
        Require(pending.Scopes, "scopes");
        Require(pending.Variables, "variables");
        if (!Uri.TryCreate(pending.RedirectUri, UriKind.Absolute, out _))
        {
            throw Changed("redirectUri", "is no absolute URL");
        }
    }

    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: a member is not what it was.</exception>
    public static void Check(PendingDevice pending)
    {
        Require(pending.DeviceCode, "deviceCode");
        Require(pending.Scopes, "scopes");
        Require(pending.Variables, "variables");
        if (pending.Interval < TimeSpan.Zero || pending.Interval > LongestInterval)
        {
            throw Changed("interval", "is below zero or above a day");
        }
    }

    private static void Require([NotNull] object? value, string member)
    {
        if (value is null)
        {
            throw Changed(member, "is missing");
        }
    }

    private static InteractorException Changed(string member, string problem) => new(ErrorCode.InputInvalid, $"What is pending is not as it was kept: '{member}' {problem}.")
    {
        Details = [new ErrorDetail("/" + member, problem)],
    };
}
