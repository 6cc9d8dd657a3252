using Interactor.Compiler.Model;

namespace Interactor.Compiler.Binding.Settings;

/// <summary>What actions inherit from <c>defaults</c>.</summary>
internal sealed record DefaultsModel(string? Server, long TimeoutMilliseconds, RetryModel? Retry, EquatableArray<ErrorRuleModel> Errors)
{
    public const long StandardTimeout = 100_000;
}
