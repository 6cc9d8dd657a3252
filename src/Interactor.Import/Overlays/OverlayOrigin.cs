using Interactor.Compiler.Text;

namespace Interactor.Import.Overlays;

/// <summary>Where in an overlay a part of the definition comes from.</summary>
/// <param name="Pointer">The JSON pointer in the overlay.</param>
/// <param name="DefinitionPointer">The one in the definition.</param>
/// <param name="IsWritten">The part itself stands in the overlay; else only something around it does, or nothing.</param>
internal sealed record OverlayOrigin(Location Location, string Pointer, string DefinitionPointer, bool IsWritten);
