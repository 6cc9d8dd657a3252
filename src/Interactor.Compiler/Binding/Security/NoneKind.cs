using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Security;

/// <summary>No authentication.</summary>
internal static class NoneKind
{
    public static readonly SecurityKindBinder Binder = new("none", SecurityKind.None, static (_, _) => new SecurityPreset(ApplyModel.Nothing));
}
