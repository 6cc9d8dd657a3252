namespace Interactor.Runtime.Http;

/// <summary>A file, opened anew each time.</summary>
internal sealed class FileSource(string path) : ContentSource
{
    // A file that is missing has no length; opening it says what is wrong.
    public override long? Length => new FileInfo(path) is { Exists: true } file ? file.Length : null;

    public override ValueTask<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan));
}
