using Interactor.Runtime.Security;

namespace Interactor.Runtime.Tests.Security;

public sealed class InMemoryCredentialStoreTests : CredentialStoreContract
{
    protected override ICredentialStore Store() => new InMemoryCredentialStore();
}
