namespace Interactor.Host.Tests.Fakes;

/// <summary>The clock of the system, moved by hand.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
