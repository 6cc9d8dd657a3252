namespace Interactor.Runtime.Security;

/// <summary>The keys and the scope of AWS Signature Version 4.</summary>
public sealed class SigV4Settings
{
    /// <summary>The id of the access key.</summary>
    public required Func<ActionContext, string> AccessKeyId { get; init; }

    /// <summary>The secret access key.</summary>
    public required Func<ActionContext, string> SecretAccessKey { get; init; }

    /// <summary>The token of temporary keys; null where the keys are lasting.</summary>
    public Func<ActionContext, string?>? SessionToken { get; init; }

    /// <summary>The region of the request, such as <c>eu-west-1</c>.</summary>
    public required Func<ActionContext, string> Region { get; init; }

    /// <summary>The service as its endpoint prefix says, such as <c>s3</c> or <c>execute-api</c>.</summary>
    public required Func<ActionContext, string> Service { get; init; }
}
