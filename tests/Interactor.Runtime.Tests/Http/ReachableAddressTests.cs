using System.Net;
using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class ReachableAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void This_machine_and_its_link_are_near(string address)
    {
        Assert.False(ReachableAddress.IsFar(IPAddress.Parse(address)));
        Assert.True(ReachableAddress.IsNear(address));
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("10.0.0.1")]
    [InlineData("128.0.0.1")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("64:ff9b::5db8:d822")]
    [InlineData("2002:5db8:d822::")]
    public void All_others_are_far(string address) => Assert.True(ReachableAddress.IsFar(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST.", true)]
    [InlineData("api.localhost", true)]
    [InlineData("localhost.example.com", false)]
    [InlineData("mylocalhost", false)]
    public void Names_of_this_machine_are_near(string host, bool isNear) => Assert.Equal(isNear, ReachableAddress.IsNear(host));
}
