using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Interactor.Host.Api;

/// <summary>Reads the body of a request as it is.</summary>
internal static class RequestBody
{
    /// <summary>All of the body; empty where there is none. Kestrel refuses what is longer than the host takes.</summary>
    /// <exception cref="RefusalException">The host holds too many bodies already.</exception>
    public static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        PipeReader reader = request.BodyReader;
        HeldBody? held = null;
        while (true)
        {
            ReadResult result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!result.Buffer.IsEmpty)
            {
                // What was sent, and not what was announced: a length costs its sender nothing.
                held ??= Hold(request.HttpContext);
                Reach(held, result, reader);
            }

            if (result.IsCompleted)
            {
                byte[] body = result.Buffer.IsEmpty ? [] : result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static void Reach(HeldBody held, ReadResult result, PipeReader reader)
    {
        try
        {
            held.Reach(result.Buffer.Length);
        }
        catch (RefusalException)
        {
            // The server reads what is left, and can only do so where nobody else is still reading.
            reader.AdvanceTo(result.Buffer.End);
            throw;
        }
    }

    /// <summary>Takes places of the budget for the body of a request, until the request ends.</summary>
    public static HeldBody Hold(HttpContext context)
    {
        HeldBody held = new(context.RequestServices.GetRequiredService<BodyBudget>());
        context.Response.RegisterForDispose(held);
        return held;
    }
}
