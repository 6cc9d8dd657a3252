using System.Buffers.Binary;

namespace Interactor.Runtime.JavaScript.Processes;

/// <summary>Frames over a pair of pipes: four bytes of length, little endian, and as many bytes of JSON.</summary>
internal static class FrameStream
{
    // A result and a log within their limits stay below this also where every character is escaped.
    private const int MaxFrame = 256 * 1024 * 1024;

    public static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> frame)
    {
        byte[] head = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(head, frame.Length);
        await stream.WriteAsync(head).ConfigureAwait(false);
        await stream.WriteAsync(frame).ConfigureAwait(false);
        await stream.FlushAsync().ConfigureAwait(false);
    }

    /// <summary>The next frame.</summary>
    /// <exception cref="EndOfStreamException">The other side is gone.</exception>
    /// <exception cref="FormatException">The length cannot be one.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream)
    {
        byte[] head = new byte[4];
        await stream.ReadExactlyAsync(head).ConfigureAwait(false);
        int length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is < 0 or > MaxFrame)
        {
            throw new FormatException("The process gave something that is no frame.");
        }

        byte[] frame = new byte[length];
        await stream.ReadExactlyAsync(frame).ConfigureAwait(false);
        return frame;
    }
}
