using System.Diagnostics;

namespace Interactor.Runtime.JavaScript.Processes;

/// <summary>One side process. It runs one script at a time; who cancels or waits too long ends it, because nothing else stops every script.</summary>
internal sealed class ScriptProcess : IDisposable
{
    private const int ErrorChars = 500;

    private readonly Process _process;
    private readonly Stream _requests;
    private readonly Stream _answers;

    private ScriptProcess(Process process)
    {
        _process = process;
        _requests = process.StandardInput.BaseStream;
        _answers = process.StandardOutput.BaseStream;
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a process and gives it the engine.</summary>
    /// <exception cref="ScriptException"><see cref="ScriptFailure.Unavailable"/>: it did not start.</exception>
    public static async Task<ScriptProcess> StartAsync(NodeProgram node, CancellationToken cancellationToken)
    {
        byte[] engine = EngineFiles.StartFrame;
        ScriptProcess process = new(node.Run(EngineFiles.Program));
        Task<string> errors = process.DrainErrorsAsync();
        try
        {
            await process.ExchangeAsync(engine, cancellationToken).ConfigureAwait(false);
            return process;
        }
        catch (Exception e) when (e is IOException or FormatException)
        {
            process.Dispose();

            // Nothing but the engine was sent, so what it says is no secret.
            string said = await errors.ConfigureAwait(false);
            throw new ScriptException(ScriptFailure.Unavailable, $"Node.js does not run the engine: {said.ReplaceLineEndings(" ").Trim()}", e);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Sends a frame and waits for the answer to it.</summary>
    /// <exception cref="IOException">The process ended.</exception>
    /// <exception cref="FormatException">The answer is no frame.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled; the process is gone.</exception>
    public async Task<byte[]> ExchangeAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // A pipe of a process cannot be left in the middle of a frame; it ends when the process does.
        using CancellationTokenRegistration stop = cancellationToken.Register(() => NodeProgram.End(_process));
        try
        {
            await FrameStream.WriteAsync(_requests, frame).ConfigureAwait(false);
            return await FrameStream.ReadAsync(_answers).ConfigureAwait(false);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && e is IOException or ObjectDisposedException)
        {
            throw new OperationCanceledException("The run was stopped.", e, cancellationToken);
        }
    }

    /// <summary>What the system does to the pipe when the owner is gone.</summary>
    public void CloseRequests() => _requests.Dispose();

    public Task WaitForEndAsync(CancellationToken cancellationToken) => _process.WaitForExitAsync(cancellationToken);

    public void Dispose()
    {
        NodeProgram.End(_process);
        _process.Dispose();
    }

    /// <summary>Reads what the process complains of, so that it never waits for a reader, and keeps the beginning.</summary>
    private async Task<string> DrainErrorsAsync()
    {
        StreamReader errors = _process.StandardError;
        char[] buffer = new char[1024];
        string kept = string.Empty;
        try
        {
            for (int read; (read = await errors.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
            {
                kept += new string(buffer, 0, Math.Min(read, ErrorChars - kept.Length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The process was ended while it was read.
        }

        return kept;
    }
}
