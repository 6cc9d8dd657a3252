namespace Interactor.Runtime.Json.Validation.Explaining;

/// <summary>A keyword, or a few that say one thing together. It holds no state: schema and value come with the application.</summary>
internal abstract class Rule
{
    /// <summary>Reports what the keyword finds wrong; does nothing where the schema does not have it or the value is of another kind.</summary>
    /// <param name="application">One schema applied to one value.</param>
    public abstract void Apply(Application application);
}
