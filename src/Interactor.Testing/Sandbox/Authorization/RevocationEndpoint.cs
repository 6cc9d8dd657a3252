using System.Text.Json.Nodes;
using Interactor.Testing.Examples;

namespace Interactor.Testing.Sandbox.Authorization;

/// <summary>Answers the request by which a method withdraws a grant: whichever token it names, wherever it names it, is forgotten (RFC 7009).</summary>
internal sealed class RevocationEndpoint(TokenBook tokens)
{
    public SandboxReply Answer(SentRequest request)
    {
        foreach ((_, string value) in request.Form.Concat(request.Query))
        {
            tokens.Revoke(value);
        }

        foreach (string word in request.Text.Split('"').Concat(request.Headers.SelectMany(h => h.Value.Split(' '))))
        {
            tokens.Revoke(word);
        }

        return SandboxReply.Json(200, new JsonObject());
    }
}
