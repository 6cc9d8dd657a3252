namespace Interactor.Import.Findings;

/// <summary>What can be wrong with what an import is told. All of it is an error, and nothing is imported: the document is not to blame.</summary>
public static class OptionRules
{
    public static readonly ImportRule Id = new(
        FindingKind.Error, "option-id", "The option '{0}' is '{1}', but must be lower-case letters and digits, with single '.' or '-' between them");

    public static readonly ImportRule Server = new(
        FindingKind.Error, "option-server", "The option 'server' is '{0}', but must be an absolute URL of http or https, such as 'https://api.example.com/v1'");
}
