using System.Security.Cryptography;
using System.Text;
using Interactor.Host.Api;

namespace Interactor.Host.Mcp;

/// <summary>
/// The name of an action's tool: letters, digits, <c>_</c> and <c>-</c>, 64 at most, which is what clients of MCP take. It depends on the action alone, so that it stays when
/// other connectors come and go, and no two actions have the same: ids have neither <c>_</c> nor <c>--</c> in them.
/// </summary>
internal static class ToolName
{
    private const int MostCharacters = 64;
    private const int HashCharacters = 12;

    /// <summary><c>gmail_email_draft_create</c>, or <c>acme--crm_contact_get</c> where the owner is not the default one.</summary>
    public static string Of(string owner, string connector, string action)
    {
        string name = (owner == CompatibleEndpoints.DefaultOwner ? "" : owner + "--") + connector + "_" + action.Replace('.', '_');
        return IsPlain(owner) && IsPlain(connector) && IsPlain(action.Replace(".", "", StringComparison.Ordinal)) && name.Length <= MostCharacters
            ? name
            : Shortened(name, $"{owner}/{connector}/{action}");
    }

    // What was cut or replaced is told apart by a hash of the whole.
    private static string Shortened(string name, string address)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)))[..HashCharacters];
        string kept = new([.. name.Take(MostCharacters - HashCharacters - 2).Select(static c => char.IsAsciiLetterOrDigit(c) || c == '-' ? c : '_')]);
        return $"{kept}--{hash}";
    }

    private static bool IsPlain(string id) => id.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') && !id.Contains("--", StringComparison.Ordinal);
}
