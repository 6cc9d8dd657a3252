namespace Interactor.Runtime.Security;

/// <summary>The hashes of Digest authentication (RFC 7616, section 6.1), the stronger one last.</summary>
internal enum DigestAlgorithm
{
    Md5,
    Sha256,
}
