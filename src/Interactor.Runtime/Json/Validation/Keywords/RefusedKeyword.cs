namespace Interactor.Runtime.Json.Validation.Keywords;

/// <summary>A keyword that asserts something this validator cannot check yet; a schema with it is refused instead of half checked.</summary>
internal static class RefusedKeyword
{
    public static Keyword? Read(KeywordSite site) => throw site.Wrong("is a keyword that is not supported");
}
