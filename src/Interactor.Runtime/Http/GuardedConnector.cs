using System.Net;
using System.Net.Sockets;

namespace Interactor.Runtime.Http;

/// <summary>
/// Opens the connections of the shared transport. A name is resolved once and the connection goes to what came out, so that a name which is good when
/// it is looked at cannot lead to this machine or into a private network when it is used.
/// </summary>
/// <param name="resolve">Gives the addresses of a name.</param>
/// <param name="networks">Which of them may be reached.</param>
internal sealed class GuardedConnector(Func<string, CancellationToken, Task<IPAddress[]>> resolve, NetworkPolicy networks)
{
    private const int KeepAliveSeconds = 60;
    private const int KeepAliveIntervalSeconds = 10;

    /// <summary>A connection to the host of a request, or to the proxy that the machine uses.</summary>
    /// <exception cref="InteractorException"><see cref="ErrorCode.AuthDenied"/>: every address of the name is this machine's, its link's or a private one.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        DnsEndPoint target = context.DnsEndPoint;
        IPAddress[] addresses = IPAddress.TryParse(target.Host, out IPAddress? literal)
            ? [literal]
            : await resolve(target.Host, cancellationToken).ConfigureAwait(false);

        // What says by itself that it is this machine was judged as it was written.
        bool isWritten = literal is not null || NetworkPolicy.IsLocalName(target.Host);

        // The proxy is the operator's choice, and the proxy resolves the host. For a tunnel, the handler asks with a CONNECT of its own to the proxy's URL.
        HttpRequestMessage first = context.InitialRequestMessage;
        bool isProxy = first.Method == HttpMethod.Connect || (first.RequestUri?.IdnHost is { } host && !host.Equals(target.Host, StringComparison.OrdinalIgnoreCase));
        if (!isProxy && !isWritten && addresses.Length > 0)
        {
            addresses = Array.FindAll(addresses, networks.Allows);
            if (addresses.Length == 0)
            {
                throw new InteractorException(
                    ErrorCode.AuthDenied,
                    $"A request to '{target.Host}' was refused, because that name leads to this machine, its own link or a private network. Where that is meant, whoever runs the connector lists the network in AllowedNetworks.");
            }
        }

        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Without HTTP/2 nothing else would notice that the other end is gone while a stream is silent.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, KeepAliveIntervalSeconds);
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
