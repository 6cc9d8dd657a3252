namespace Interactor.Providers.Tests.Running;

/// <summary>How a proxy in front of a token endpoint fails.</summary>
internal enum ProxyFault
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By an error, before the provider hears of the request.</summary>
    FailsBefore,

    /// <summary>By an error, after the provider answered: a refresh token is spent and its successor lost.</summary>
    FailsAfter,

    /// <summary>By no answer.</summary>
    Hangs,
}
