using Microsoft.Extensions.Hosting;

namespace Interactor.Host;

/// <summary>Leaves signals and the console to whoever started the host.</summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
