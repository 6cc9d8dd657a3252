using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class PooledBufferTests
{
    [Fact]
    public void It_grows_and_keeps_what_was_written()
    {
        PooledBuffer buffer = PooledBuffer.Rent();
        byte[] part = [.. Enumerable.Range(0, 10_000).Select(static i => (byte)i)];
        for (int i = 0; i < 100; i++)
        {
            buffer.Write(part);
        }

        Assert.Equal(1_000_000, buffer.WrittenCount);
        Assert.True(buffer.WrittenSpan[990_000..].SequenceEqual(part));
        buffer.Return();
    }

    [Fact]
    public void It_refuses_more_than_its_limit()
    {
        PooledBuffer buffer = PooledBuffer.Rent(limit: 10);
        buffer.Write(new byte[10]);
        Assert.Equal(ErrorCode.ContractViolation, Assert.Throws<InteractorException>(() => buffer.Write(new byte[1])).Code);
        buffer.Return();
    }
}
