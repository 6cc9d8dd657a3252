namespace Interactor.Runtime.Http;

/// <summary>The byte order mark that some providers put before their JSON, which a reader may ignore (RFC 8259, section 8.1).</summary>
internal static class Utf8Mark
{
    public static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
