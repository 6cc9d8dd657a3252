using Interactor.Import.Model;

namespace Interactor.Import.PowerPlatform;

/// <summary>Pages that are linked by a member of the response.</summary>
internal static class Pagination
{
    /// <param name="next">The member that holds the link.</param>
    /// <param name="items">The member that holds the items; null where nobody says.</param>
    public static ImportedAction Of(ImportedAction action, string next, string? items) => action with
    {
        Settings = action.Settings.Set("stream", null).With("paginate", DefinitionValue.Mapping.Empty
            .With("kind", "link")
            .With("items", items is null ? null : ExpressionText.ResponseBody.Member(items))

            // The last page leaves it out, which a body without a schema says at run time only.
            .With("next", ExpressionText.ResponseBody.MemberOrNull(next))),
    };
}
