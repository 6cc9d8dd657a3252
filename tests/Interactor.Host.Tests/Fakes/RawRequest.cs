using System.Net.Sockets;
using System.Text;

namespace Interactor.Host.Tests.Fakes;

/// <summary>Sends bytes that no HTTP library would send.</summary>
internal static class RawRequest
{
    /// <summary>Sends the bytes on a connection of their own, and reads what comes until the host closes it, as it does after a request that it refuses.</summary>
    /// <returns>The status of each answer.</returns>
    public static async Task<int[]> SendAsync(Uri host, string text)
    {
        using TcpClient client = new();
        await client.ConnectAsync(host.Host, host.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);
        using StreamReader reader = new(stream, Encoding.Latin1);
        string all = "";
        try
        {
            all = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // The host closed the connection before it read all of it.
        }

        return [.. all.Split("HTTP/1.1 ").Skip(1).Select(static answer => int.Parse(answer[..3], System.Globalization.CultureInfo.InvariantCulture))];
    }
}
