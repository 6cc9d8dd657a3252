using Interactor.Runtime.Json.Validation.Model;
using Interactor.Runtime.Json.Validation.Plans;

namespace Interactor.Runtime.Json.Validation.Explaining.Rules;

/// <summary><c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c> (validation, section 8), as <see cref="ContentCheck"/> looks at them.</summary>
internal sealed class ContentRule : Rule
{
    public override void Apply(Application application)
    {
        if (application is not { Value.Kind: JsonKinds.String, Schema.String: { } text } || ContentCheck.Of(text)?.Accepts(application.Value.Text) != false)
        {
            return;
        }

        StringKeywords encoding = new() { ContentEncoding = text.ContentEncoding };
        StringKeywords mediaType = new() { ContentEncoding = text.ContentEncoding, ContentMediaType = text.ContentMediaType };
        if (ContentCheck.Of(encoding)?.Accepts(application.Value.Text) == false)
        {
            application.Fail("contentEncoding")?.Say("must be base64 (RFC 4648, section 4)");
        }
        else if (ContentCheck.Of(mediaType)?.Accepts(application.Value.Text) == false)
        {
            application.Fail("contentMediaType")?.Say("must hold JSON");
        }
        else
        {
            application.Fail("contentSchema")?.Say("must hold JSON that matches its schema");
        }
    }
}
