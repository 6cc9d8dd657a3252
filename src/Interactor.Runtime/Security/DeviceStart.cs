namespace Interactor.Runtime.Security;

/// <summary>What a person has to know to consent on another device (RFC 8628, section 3.3), and what to keep until they have.</summary>
/// <param name="UserCode">What the person enters.</param>
/// <param name="VerificationUri">Where.</param>
/// <param name="CompleteUri">The same with the code in it, for a link or a QR code; null where the provider has none.</param>
/// <param name="Pending">What <see cref="ConnectionFlow.CompleteDeviceAsync"/> needs.</param>
public sealed record DeviceStart(string UserCode, Uri VerificationUri, Uri? CompleteUri, PendingDevice Pending)
{
    /// <summary>Says where, and not the code.</summary>
    public override string ToString() => $"DeviceStart {{ VerificationUri = {VerificationUri}, Pending = {Pending} }}";
}
