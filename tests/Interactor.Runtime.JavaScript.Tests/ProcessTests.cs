using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Interactor.Runtime.JavaScript.Processes;

namespace Interactor.Runtime.JavaScript.Tests;

/// <summary>The side process: its rights, its end, and what it does with frames that are none.</summary>
public sealed class ProcessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_that_was_killed_is_replaced()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync();
        Assert.Equal("1", await engine.BodyAsync("return 1;"));
        int id = Assert.Single(engine.Pool.Idle).Id;

        Kill(id);

        Assert.Equal("2", await engine.BodyAsync("return 2;"));
        Assert.NotEqual(id, Assert.Single(engine.Pool.Idle).Id);
    }

    [Fact]
    public async Task A_run_whose_process_was_killed_is_repeated()
    {
        using JavaScriptEngine engine = await Scripts.EngineAsync(o => o.Timeout = TimeSpan.FromSeconds(60));
        Assert.Equal("1", await engine.BodyAsync("return 1;"));
        int id = Assert.Single(engine.Pool.Idle).Id;

        Task<string> running = engine.BodyAsync("for (const end = Date.now() + 1000; Date.now() < end;); return 2;");
        Kill(id);

        Assert.Equal("2", await running);
        Assert.NotEqual(id, Assert.Single(engine.Pool.Idle).Id);
    }

    [Fact]
    public async Task A_process_ends_with_its_owner_also_in_the_middle_of_a_script()
    {
        await Scripts.RequireNodeAsync();
        NodeProgram node = await NodeProgram.FindAsync("node", Cancellation);
        using ScriptProcess process = await ScriptProcess.StartAsync(node, Cancellation);
        byte[] request = ScriptRequest.Write(
            Scripts.Call($"export function run() {{ {Endless.OneStep} }}"), new JavaScriptOptions { Timeout = TimeSpan.FromMinutes(10) });
        Task<byte[]> running = process.ExchangeAsync(request, Cancellation);

        process.CloseRequests();

        await process.WaitForEndAsync(Cancellation);
        await Assert.ThrowsAnyAsync<IOException>(() => running);
    }

    [Theory]
    [InlineData("this is no JSON", false)]
    [InlineData("", false)]
    [InlineData("null", false)]
    [InlineData("{}", true)]
    [InlineData("this is no JSON", true)]
    [InlineData("null", true)]
    public async Task A_frame_that_is_no_request_ends_the_process(string frame, bool isFirst)
    {
        using Process process = await StartAsync();
        Stream requests = process.StandardInput.BaseStream;
        if (!isFirst)
        {
            await FrameStream.WriteAsync(requests, EngineFiles.StartFrame);
            Assert.Equal("""{"ready":true}"""u8.ToArray(), await FrameStream.ReadAsync(process.StandardOutput.BaseStream));
        }

        await FrameStream.WriteAsync(requests, Encoding.UTF8.GetBytes(frame));

        await AssertEndsAsync(process);
    }

    [Fact]
    public async Task A_length_that_cannot_be_one_ends_the_process()
    {
        using Process process = await StartAsync();
        byte[] head = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(head, uint.MaxValue);

        await process.StandardInput.BaseStream.WriteAsync(head, Cancellation);
        await process.StandardInput.BaseStream.FlushAsync(Cancellation);

        await AssertEndsAsync(process);
    }

    [Fact]
    public async Task Half_a_frame_before_the_end_ends_the_process()
    {
        using Process process = await StartAsync();
        await process.StandardInput.BaseStream.WriteAsync(new byte[] { 100, 0, 0, 0, 1 }, Cancellation);

        process.StandardInput.Close();

        await process.WaitForExitAsync(Cancellation);
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("process.stdout.write(JSON.stringify(process.env))", "{}")]
    [InlineData("try { require('fs').readFileSync(process.execPath); } catch (e) { process.stdout.write(e.code); }", "ERR_ACCESS_DENIED")]
    [InlineData("try { require('fs').writeFileSync('x', 'x'); } catch (e) { process.stdout.write(e.code); }", "ERR_ACCESS_DENIED")]
    [InlineData("try { require('child_process').execFileSync(process.execPath); } catch (e) { process.stdout.write(e.code); }", "ERR_ACCESS_DENIED")]
    public async Task A_process_has_no_variables_files_or_children(string program, string expected)
    {
        await Scripts.RequireNodeAsync();
        Assert.SkipWhen(OperatingSystem.IsWindows() && expected == "{}", "skipped: Windows needs SystemRoot");
        NodeProgram node = await NodeProgram.FindAsync("node", Cancellation);

        using Process process = node.Run(program);

        Assert.Equal(expected, await process.StandardOutput.ReadToEndAsync(Cancellation));
    }

    private static async Task<Process> StartAsync()
    {
        await Scripts.RequireNodeAsync();
        return (await NodeProgram.FindAsync("node", Cancellation)).Run(EngineFiles.Program);
    }

    private static async Task AssertEndsAsync(Process process)
    {
        await process.WaitForExitAsync(Cancellation);
        Assert.NotEqual(0, process.ExitCode);
    }

    private static void Kill(int id)
    {
        using Process process = Process.GetProcessById(id);
        process.Kill();
        process.WaitForExit();
    }
}
