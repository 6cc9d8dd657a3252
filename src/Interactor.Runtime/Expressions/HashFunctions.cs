using System.Security.Cryptography;

namespace Interactor.Runtime.Expressions;

/// <summary>Hashes and message authentication codes. They give bytes; how these become text is written around them.</summary>
public static class HashFunctions
{
    /// <summary>RFC 1321; for checksums only.</summary>
    public static ReadOnlyMemory<byte> Md5(ReadOnlyMemory<byte> data) => MD5.HashData(data.Span);

    /// <summary>FIPS 180-4; for protocols that still ask for it.</summary>
    public static ReadOnlyMemory<byte> Sha1(ReadOnlyMemory<byte> data) => SHA1.HashData(data.Span);

    /// <summary>FIPS 180-4.</summary>
    public static ReadOnlyMemory<byte> Sha256(ReadOnlyMemory<byte> data) => SHA256.HashData(data.Span);

    /// <summary>FIPS 180-4.</summary>
    public static ReadOnlyMemory<byte> Sha384(ReadOnlyMemory<byte> data) => SHA384.HashData(data.Span);

    /// <summary>FIPS 180-4.</summary>
    public static ReadOnlyMemory<byte> Sha512(ReadOnlyMemory<byte> data) => SHA512.HashData(data.Span);

    /// <summary>RFC 2104.</summary>
    /// <param name="algorithm">One of <c>sha256 sha512 sha384 sha1 md5</c>; the compiler has checked it.</param>
    /// <param name="key">The secret.</param>
    /// <param name="data">What is authenticated.</param>
    public static ReadOnlyMemory<byte> Hmac(string algorithm, ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> data) => algorithm switch
    {
        "sha256" => HMACSHA256.HashData(key.Span, data.Span),
        "sha512" => HMACSHA512.HashData(key.Span, data.Span),
        "sha384" => HMACSHA384.HashData(key.Span, data.Span),
        "sha1" => HMACSHA1.HashData(key.Span, data.Span),
        "md5" => HMACMD5.HashData(key.Span, data.Span),
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };
}
