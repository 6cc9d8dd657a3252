using Interactor.Host.Connectors;

namespace Interactor.Host.Tests.Drafts;

/// <summary>What is newer (Semantic Versioning 2.0.0, section 11).</summary>
public sealed class VersionNumberTests
{
    [Fact]
    public void Versions_are_in_the_order_of_the_standard()
    {
        string[] order = ["0.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1", "1.10.0", "2"];
        Assert.Equal(order, order.Reverse().OrderBy(VersionNumber.Of));
        Assert.Equal(0, VersionNumber.Of("1.0.0+1").CompareTo(VersionNumber.Of("1.0.0+2")));
    }
}
