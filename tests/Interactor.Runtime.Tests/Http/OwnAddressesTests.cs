using System.Net;
using System.Net.NetworkInformation;
using Interactor.Runtime.Http;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Http;

public sealed class OwnAddressesTests
{
    private readonly FakeClock _clock = new();
    private IPAddress[] _addresses = [IPAddress.Parse("93.184.216.34"), IPAddress.Parse("2606:2800:220:1::1%2")];
    private int _readings;

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("::ffff:93.184.216.34")]
    [InlineData("64:ff9b::5db8:d822")]
    [InlineData("2606:2800:220:1::1")]
    public void A_public_address_of_this_machine_is_reached_only_where_the_operator_allows_it(string address)
    {
        IPAddress own = IPAddress.Parse(address);
        NetworkPolicy policy = new([], Own());
        Assert.False(policy.Allows(own));
        Assert.False(policy.AllowsHost(address));
        Assert.True(new NetworkPolicy([]).Allows(own));
        Assert.True(new NetworkPolicy([IPNetwork.Parse("93.184.216.34/32"), IPNetwork.Parse("2606:2800:220:1::/64")], Own()).Allows(own));
        Assert.True(policy.Allows(IPAddress.Parse("93.184.216.35")));
    }

    [Fact]
    public void They_are_looked_up_again_after_a_while_and_not_each_time()
    {
        NetworkPolicy policy = new([], Own());
        Assert.False(policy.Allows(IPAddress.Parse("93.184.216.34")));
        _addresses = [IPAddress.Parse("93.184.216.35")];
        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.True(policy.Allows(IPAddress.Parse("93.184.216.35")));
        Assert.Equal(1, _readings);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(policy.Allows(IPAddress.Parse("93.184.216.35")));
        Assert.True(policy.Allows(IPAddress.Parse("93.184.216.34")));
        Assert.Equal(2, _readings);
    }

    [Fact]
    public void Those_that_were_known_stay_where_the_system_does_not_tell_any_longer()
    {
        bool isSilent = false;
        OwnAddresses own = new(() => isSilent ? throw new NetworkInformationException() : _addresses, _clock);
        Assert.True(own.Contain(_addresses[0]));
        isSilent = true;
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(own.Contain(_addresses[0]));
    }

    [Fact]
    public void Those_of_the_interfaces_have_the_loopback_of_this_machine() => Assert.True(OwnAddresses.OfInterfaces.Contain(IPAddress.Loopback));

    private OwnAddresses Own() => new(() =>
    {
        _readings++;
        return _addresses;
    }, _clock);
}
