namespace Interactor.Compiler.Expressions;

/// <summary>Answers what the generated types look like, for member access.</summary>
public interface ITypeCatalogue
{
    /// <summary>The members of a record; null when the name is no record.</summary>
    public RecordShape? FindRecord(string csharpName);
}
