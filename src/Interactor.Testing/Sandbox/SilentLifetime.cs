using Microsoft.Extensions.Hosting;

namespace Interactor.Testing.Sandbox;

/// <summary>Leaves signals such as Ctrl-C to the program that uses the server.</summary>
internal sealed class SilentLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
