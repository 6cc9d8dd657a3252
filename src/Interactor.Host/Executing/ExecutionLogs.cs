using Microsoft.Extensions.Logging;

namespace Interactor.Host.Executing;

/// <summary>Puts the id of the request that an execution belongs to before what the runtime logs of it, so that callers and operators speak of the same.</summary>
internal sealed class ExecutionLogs(ILoggerFactory logs) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new ExecutionLogger(logs.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => logs.AddProvider(provider);

    public void Dispose()
    {
        // The host ends what it logs with.
    }

    private sealed class ExecutionLogger(ILogger log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => log.IsEnabled(logLevel);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Log(
                logLevel,
                eventId,
                state,
                exception,
                ExecutionScope.RequestId is { } id ? (entry, failure) => $"Request {id}: {formatter(entry, failure)}" : formatter);
    }
}
