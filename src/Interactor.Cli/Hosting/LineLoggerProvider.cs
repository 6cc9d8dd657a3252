using Microsoft.Extensions.Logging;

namespace Interactor.Cli.Hosting;

/// <summary>Writes what a host logs, a line each: warnings and worse.</summary>
internal sealed class LineLoggerProvider(TextWriter output) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new LineLogger(output, categoryName);

    public void Dispose()
    {
    }

    private sealed class LineLogger(TextWriter output, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                string text = formatter(state, exception).ReplaceLineEndings(" ");
                output.WriteLine($"{DateTimeOffset.UtcNow:O} {logLevel} {category}: {text}{(exception is null ? "" : $" ({exception.GetType().Name})")}");
            }
        }
    }
}
