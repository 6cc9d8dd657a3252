using System.Net;
using Interactor.Runtime.Http;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class NetworkPolicyTests
{
    private static readonly NetworkPolicy Strict = new([]);

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
    [InlineData("10.0.0.1")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("192.0.0.192")]
    [InlineData("168.63.129.16")]
    [InlineData("fd00::1")]
    [InlineData("fec0::1")]
    [InlineData("fe80::1%2")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::1")]
    [InlineData("2001:0:4136:e378::1")]
    [InlineData("2002:a00:1::")]
    [InlineData("::2")]
    [InlineData("::93.184.216.34")]
    [InlineData("::ffff:0:10.0.0.1")]
    [InlineData("::ffff:0:93.184.216.34")]
    [InlineData("64:ff9b::169.254.169.254")]
    [InlineData("64:ff9b::1:a00:1")]
    [InlineData("100::1")]
    [InlineData("5f00::1")]
    [InlineData("2001:2::1")]
    [InlineData("4000::1")]
    [InlineData("192.0.2.1")]
    [InlineData("198.51.100.255")]
    [InlineData("203.0.113.7")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("64:ff9b::c000:201")]
    public void This_machine_its_link_and_private_networks_are_not_reached(string address)
    {
        Assert.False(Strict.Allows(IPAddress.Parse(address)));
        Assert.False(Strict.AllowsHost(address));
        Assert.False(new NetworkPolicy([IPNetwork.Parse("10.7.0.0/16"), IPNetwork.Parse("fd07::/16")]).Allows(IPAddress.Parse(address)));
        Assert.True(new NetworkPolicy([IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")]).Allows(IPAddress.Parse(address)));
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("11.0.0.1")]
    [InlineData("128.0.0.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("64:ff9b::5db8:d822")]
    [InlineData("2002:5db8:d822::")]
    public void All_others_are_reached(string address) => Assert.True(Strict.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "64:ff9b::a01:203", true)]
    [InlineData("10.0.0.0/8", "192.168.0.1", false)]
    [InlineData("10.0.0.0/8", "127.0.0.1", false)]
    [InlineData("169.254.1.0/24", "169.254.169.254", false)]
    [InlineData("fd00::/8", "fd12::1", true)]
    [InlineData("fd00::/8", "fe80::1", false)]
    public void A_network_that_is_allowed_is_reached(string network, string address, bool isReached) =>
        Assert.Equal(isReached, new NetworkPolicy([IPNetwork.Parse(network)]).Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1.")]
    [InlineData("192.168.1.1.")]
    [InlineData("192.168.1.1..")]
    [InlineData("0x7f.1.")]
    [InlineData("2130706433.")]
    public void A_dot_at_the_end_of_an_address_changes_nothing(string host)
    {
        Assert.False(Strict.AllowsHost(host));
        Assert.True(new NetworkPolicy([IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("192.168.0.0/16")]).AllowsHost(host));
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("LOCALHOST.", true)]
    [InlineData("api.localhost", true)]
    [InlineData("localhost.example.com", false)]
    [InlineData("mylocalhost", false)]
    public void Names_of_this_machine_are_local(string host, bool isLocal)
    {
        Assert.Equal(isLocal, NetworkPolicy.IsLocalName(host));
        Assert.NotEqual(isLocal, Strict.AllowsHost(host));
        Assert.True(new NetworkPolicy(NetworkPolicy.Loopback).AllowsHost(host));
    }
}
