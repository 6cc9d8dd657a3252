using Interactor.Host.Api;
using Interactor.Runtime.Security;

namespace Interactor.Host.Management;

/// <summary>What the database says of a connected account without decrypting anything.</summary>
internal sealed class AccountRow
{
    public required string Provider { get; init; }

    public required string Connector { get; init; }

    public required string Account { get; init; }

    public required string Method { get; init; }

    public required string Status { get; init; }

    public string? IdentityId { get; init; }

    public string? IdentityLabel { get; init; }

    public required long CreatedAt { get; init; }

    public required long UpdatedAt { get; init; }

    public bool IsSandbox => Provider == "sandbox";

    public string[] Key => [Connector, Account, Provider];

    public AccountBody ToBody() => new(
        Connector,
        Account,
        Method,
        StatusText.Of(Enum.Parse<ConnectionStatus>(Status)),
        IsSandbox,
        IdentityId,
        IdentityLabel,
        DateTimeOffset.FromUnixTimeMilliseconds(CreatedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(UpdatedAt));
}
