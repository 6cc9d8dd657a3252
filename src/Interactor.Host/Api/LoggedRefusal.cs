namespace Interactor.Host.Api;

/// <summary>Marks a request as one of which the log has its line, or needs none.</summary>
internal sealed class LoggedRefusal
{
    public static LoggedRefusal Instance { get; } = new();
}
