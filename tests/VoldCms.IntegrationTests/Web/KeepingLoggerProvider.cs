using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace VoldCms.IntegrationTests.Web;

/// <summary>Keeps every line as text: category, message, structured values, exception and scopes.</summary>
internal sealed class KeepingLoggerProvider(ConcurrentQueue<string> lines) : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ILogger CreateLogger(string categoryName) => new KeepingLogger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    private sealed class KeepingLogger(KeepingLoggerProvider owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
            var scopes = new List<string>();
            owner._scopes.ForEachScope(
                (scope, into) => into.Add(scope is IEnumerable<KeyValuePair<string, object?>> inner ? string.Join(' ', inner) : $"{scope}"),
                scopes
            );
            owner.Add($"{logLevel} {category}: {formatter(state, exception)} {values} {exception} {string.Join(' ', scopes)}");
        }
    }

    private void Add(string line) => lines.Enqueue(line);
}
