using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Interactor.Runtime.Execution;
using Interactor.Runtime.Security;
using Interactor.Runtime.Tests.Fakes;
using Xunit;

namespace Interactor.Runtime.Tests.Security;

/// <summary>JWTs that the client signs: the claims, and signatures that the other half of the key confirms.</summary>
public sealed class JwtSignerTests
{
    private const string Secret = "canary-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly RSA RsaKey = RSA.Create(2048);
    private static readonly ECDsa EcKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static string RsaPem { get; } = RsaKey.ExportPkcs8PrivateKeyPem();

    [Fact]
    public void A_private_RSA_key_in_any_of_its_forms_signs()
    {
        foreach (string key in (string[])[RsaPem, RsaKey.ExportRSAPrivateKeyPem(), RsaPem.Replace("\n", "\\n", StringComparison.Ordinal), "\n " + RsaPem, Jwk(RsaKey)])
        {
            string[] parts = Sign("RS256", key);
            Assert.True(RsaKey.VerifyData(Signed(parts), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
    }

    [Theory]
    [InlineData("RS384", 384, false)]
    [InlineData("RS512", 512, false)]
    [InlineData("PS256", 256, true)]
    [InlineData("PS512", 512, true)]
    public void Each_RSA_algorithm_has_its_hash_and_padding(string algorithm, int bits, bool isPss)
    {
        string[] parts = Sign(algorithm, RsaPem);
        Assert.True(RsaKey.VerifyData(Signed(parts), Base64Url.DecodeFromChars(parts[2]), new HashAlgorithmName($"SHA{bits}"), isPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public void An_elliptic_key_signs()
    {
        foreach (string pem in (string[])[EcKey.ExportPkcs8PrivateKeyPem(), EcKey.ExportECPrivateKeyPem()])
        {
            string[] parts = Sign("ES256", pem);
            Assert.True(EcKey.VerifyData(Signed(parts), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
        }
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS384")]
    [InlineData("HS512")]
    public void A_secret_signs(string algorithm)
    {
        string[] parts = Sign(algorithm, Secret);
        byte[] key = Encoding.UTF8.GetBytes(Secret);
        byte[] expected = algorithm switch
        {
            "HS256" => HMACSHA256.HashData(key, Signed(parts)),
            "HS384" => HMACSHA384.HashData(key, Signed(parts)),
            _ => HMACSHA512.HashData(key, Signed(parts)),
        };
        Assert.Equal(expected, Base64Url.DecodeFromChars(parts[2]));
    }

    [Fact]
    public void Claims_are_the_standard_ones_then_the_definitions_own_which_win()
    {
        JwtAssertion assertion = new()
        {
            Key = static _ => Secret,
            Algorithm = "HS256",
            KeyId = static _ => "k1",
            Issuer = static _ => "me",
            Lifetime = TimeSpan.FromMinutes(10),
            ScopeClaim = "scp",
            Claims = static (json, _) => json.WriteRawValue("""{"aud":["x","y"],"level":3}"""),
        };
        string[] parts = JwtSigner.Sign(assertion, Context(), new JwtDefaults { Issuer = "other", Subject = "sub", Audience = "aud", Scope = "a b" }).Split('.');
        Assert.Equal("""{"alg":"HS256","kid":"k1","typ":"JWT"}""", Text(parts[0]));
        Assert.Equal("""{"iss":"me","sub":"sub","iat":1767323045,"exp":1767323645,"jti":"u1","scp":"a b","aud":["x","y"],"level":3}""", Text(parts[1]));
    }

    [Theory]
    [InlineData("RS256", "canary")]
    [InlineData("RS256", "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----")]
    [InlineData("RS256", "{\"kty\":\"RSA\",\"n\":\"canary\",\"d\":\"canary\"}")]
    [InlineData("ES256", "{canary")]
    [InlineData("HS256", "canary")]
    [InlineData("HS512", "")]
    public void A_key_that_does_not_fit_is_refused_without_being_quoted(string algorithm, string key)
    {
        InteractorException failure = Assert.Throws<InteractorException>(() => Sign(algorithm, key));
        Assert.Equal(ErrorCode.InputInvalid, failure.Code);
        Assert.Contains(algorithm, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_another_kind_or_its_public_half_is_refused()
    {
        foreach ((string algorithm, string key) in ((string, string)[])[("ES256", RsaPem), ("RS256", EcKey.ExportPkcs8PrivateKeyPem()), ("RS256", RsaKey.ExportSubjectPublicKeyInfoPem())])
        {
            Assert.Equal(ErrorCode.InputInvalid, Assert.Throws<InteractorException>(() => Sign(algorithm, key)).Code);
        }
    }

    private static string[] Sign(string algorithm, string key) =>
        JwtSigner.Sign(new JwtAssertion { Key = _ => key, Algorithm = algorithm }, Context(), new JwtDefaults()).Split('.');

    private static ActionContext Context()
    {
        ConnectorOptions options = TestConnector.Options(new FakeProvider(), clock: new FakeClock());
        options.NewUuid = static () => "u1";
        return new ActionContext(new ConnectorRuntime(TestConnector.Make(), options), action: null, Session.Anonymous, options: null, CancellationToken.None);
    }

    private static byte[] Signed(string[] parts) => Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");

    private static string Text(string part) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part));

    private static string Jwk(RSA key)
    {
        RSAParameters p = key.ExportParameters(includePrivateParameters: true);
        return JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["kty"] = "RSA",
            ["n"] = Base64Url.EncodeToString(p.Modulus),
            ["e"] = Base64Url.EncodeToString(p.Exponent),
            ["d"] = Base64Url.EncodeToString(p.D),
            ["p"] = Base64Url.EncodeToString(p.P),
            ["q"] = Base64Url.EncodeToString(p.Q),
            ["dp"] = Base64Url.EncodeToString(p.DP),
            ["dq"] = Base64Url.EncodeToString(p.DQ),
            ["qi"] = Base64Url.EncodeToString(p.InverseQ),
        });
    }
}
