using System.Diagnostics.CodeAnalysis;
using Interactor.Runtime.Http;

namespace Interactor.Runtime;

/// <summary>
/// Bytes to send, which need not be in memory: from bytes, a file, or streams. They are read while they are sent, again for each attempt where that is
/// possible; what can be read once only is sent once, and a failure after that is final.
/// </summary>
public sealed class BinaryContent : IEquatable<BinaryContent>
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly ContentSource? _source;

    private BinaryContent(ReadOnlyMemory<byte> bytes, ContentSource? source, string? mediaType, string? fileName)
    {
        _bytes = bytes;
        _source = source;
        MediaType = mediaType;
        FileName = fileName;
    }

    /// <summary>The media type, for a body or a part that has no other one; null for <c>application/octet-stream</c>.</summary>
    public string? MediaType { get; }

    /// <summary>The name of the file in a multipart body; null for that of the part.</summary>
    public string? FileName { get; }

    /// <summary>How many bytes there are; null where only reading them tells, and then the body is sent in chunks.</summary>
    public long? Length => _source is null ? _bytes.Length : _source.Length;

    /// <summary>Whether it can be read now, from its beginning.</summary>
    public bool CanRead => _source?.CanOpen ?? true;

    /// <summary>Whether all of it is in memory. Only then can it stand in JSON, in an expression, or in a request that is signed over its body.</summary>
    public bool IsInMemory => _source is null;

    /// <summary>All bytes of content that is in memory.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.InputInvalid"/>: it is not in memory.</exception>
    public ReadOnlyMemory<byte> Bytes => _source is null
        ? _bytes
        : throw new InteractorException(ErrorCode.InputInvalid, "Content that is not in memory can only be sent as it is; give it as bytes.");

    internal ContentSource? Source => _source;

    /// <summary>Bytes, which are not copied.</summary>
    [return: NotNullIfNotNull(nameof(bytes))]
    public static implicit operator BinaryContent?(byte[]? bytes) => bytes is null ? null : FromBytes(bytes);

    /// <summary>Bytes, which are not copied.</summary>
    public static implicit operator BinaryContent(ReadOnlyMemory<byte> bytes) => FromBytes(bytes);

    /// <summary>Bytes, which are not copied and must stay as they are until they are sent.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="mediaType">See <see cref="MediaType"/>.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    public static BinaryContent FromBytes(ReadOnlyMemory<byte> bytes, string? mediaType = null, string? fileName = null) => new(bytes, null, mediaType, fileName);

    /// <summary>A file, which is opened for each attempt.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="mediaType">See <see cref="MediaType"/>.</param>
    /// <param name="fileName">See <see cref="FileName"/>; null for the last part of the path.</param>
    public static BinaryContent FromFile(string path, string? mediaType = null, string? fileName = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new BinaryContent(default, new FileSource(path), mediaType, fileName ?? Path.GetFileName(path));
    }

    /// <summary>What is left of a stream. It is not closed. One that can seek is read from here again for each attempt, any other once.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="mediaType">See <see cref="MediaType"/>.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    public static BinaryContent FromStream(Stream stream, string? mediaType = null, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return new BinaryContent(default, new StreamSource(stream), mediaType, fileName);
    }

    /// <summary>A stream that is opened for each attempt, and closed after it.</summary>
    /// <param name="open">Gives a new stream that stands at its beginning.</param>
    /// <param name="length">How many bytes there are; null where that is not known.</param>
    /// <param name="mediaType">See <see cref="MediaType"/>.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    public static BinaryContent FromStreams(Func<CancellationToken, ValueTask<Stream>> open, long? length = null, string? mediaType = null, string? fileName = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        if (length is { } given)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(given, nameof(length));
        }

        return new BinaryContent(default, new OpenedSource(open, length), mediaType, fileName);
    }

    /// <summary>Content in memory is equal by its bytes, any other by being the same object.</summary>
    public bool Equals(BinaryContent? other) => ReferenceEquals(this, other)
        || (other is { IsInMemory: true } && IsInMemory && MediaType == other.MediaType && FileName == other.FileName && _bytes.Span.SequenceEqual(other._bytes.Span));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BinaryContent);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_source is not null)
        {
            return System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
        }

        HashCode hash = default;
        hash.AddBytes(_bytes.Span);
        return hash.ToHashCode();
    }

    /// <summary>Says what it is, and nothing of what is in it.</summary>
    public override string ToString() => IsInMemory ? $"{_bytes.Length} bytes" : "content that is not in memory";
}
