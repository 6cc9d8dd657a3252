namespace Interactor.Import.Model;

/// <summary>What an action does to the world.</summary>
public enum ActionEffect
{
    Read,
    Write,
    Destructive,
}
