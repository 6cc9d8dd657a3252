namespace Interactor.Host;

/// <summary>Makes ids that sort by the time they were made (RFC 9562, section 5.7).</summary>
internal static class NewId
{
    public static string Of(TimeProvider time) => Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
}
