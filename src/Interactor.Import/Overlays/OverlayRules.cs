using Interactor.Import.Findings;

namespace Interactor.Import.Overlays;

/// <summary>What can be wrong with an overlay. All of it is an error: its author can mend it.</summary>
public static class OverlayRules
{
    public static readonly ImportRule Form = Error("overlay-form", "{0} must be {1}");
    public static readonly ImportRule Key = Error("overlay-key", "'{0}' is no key of {1}.{2}");
    public static readonly ImportRule Target = Error("overlay-target", "The document gives no {0} '{1}'.{2}");
    public static readonly ImportRule Twice = Error("overlay-twice", "The overlay says something about '{0}' already");
    public static readonly ImportRule Taken = Error("overlay-taken", "Another action has the id '{0}'");
    public static readonly ImportRule Fixed = Error("overlay-fixed", "'{0}' of an action is what the document says; import the document as files to own to change it");
    public static readonly ImportRule Unused = Error("overlay-unused", "The document gives no variable '{0}', and nothing in the overlay uses one.{1}");

    private static ImportRule Error(string slug, string message) => new(FindingKind.Error, slug, message);
}
