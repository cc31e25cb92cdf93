using System.Net;
using CsCheck;
using Marsad.Fetch;

namespace Marsad.Tests.Fetch;

public sealed class AddressPolicyTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2002:7f00:1::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    public void An_address_that_is_not_public_is_closed(string address) => Assert.False(AddressPolicy.Allows(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2a00:1450:4001:829::200e")]
    public void A_public_address_is_open(string address) => Assert.True(AddressPolicy.Allows(IPAddress.Parse(address)));

    [Fact]
    public void An_address_is_judged_alike_in_both_families() =>
        Gen.Byte.Array[4].Sample(bytes => AddressPolicy.Allows(new IPAddress(bytes)) == AddressPolicy.Allows(new IPAddress(bytes).MapToIPv6()));
}
