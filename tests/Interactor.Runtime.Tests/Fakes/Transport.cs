namespace Interactor.Runtime.Tests.Fakes;

/// <summary>What takes requests to a provider. The tests of the RestSharp adapter are these tests with another transport.</summary>
public static class Transport
{
    public static HttpMessageHandler Over(HttpMessageHandler provider) => provider;
}
