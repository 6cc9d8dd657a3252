namespace Interactor.Cli.Output;

/// <summary>Says on a terminal what takes longer than a second, and takes it away again.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CommandHost _host;
    private readonly string _text;
    private readonly Lock _gate = new();
    private readonly Timer? _timer;
    private bool _isShown;
    private bool _isOver;

    private Progress(CommandHost host, string text)
    {
        _host = host;
        _text = text;
        _timer = host.ErrorIsTerminal ? new Timer(static state => ((Progress)state!).Show(), this, Patience, Timeout.InfiniteTimeSpan) : null;
    }

    public static Progress Start(CommandHost host, string text) => new(host, text);

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _isOver = true;
            if (_isShown)
            {
                _host.Error.Write("\r\e[K");
            }
        }
    }

    private void Show()
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _isShown = true;
                _host.Error.Write(_text + "…");
            }
        }
    }
}
