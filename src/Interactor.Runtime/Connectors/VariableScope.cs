namespace Interactor.Runtime;

/// <summary>Whose value a variable is.</summary>
public enum VariableScope
{
    /// <summary>Set once for every account, such as the id and secret of an OAuth client.</summary>
    App,

    /// <summary>Set when an account is connected, such as the name of its site.</summary>
    Account,
}
